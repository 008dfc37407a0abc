import { randomInt } from 'node:crypto';
import type { SqlValue, StateDatabase } from './state-database.js';

/** A message on a phone. */
export interface PhoneMessage {
  id: number;
  msgId: string;
  openid: string;
  templateId: string;
  page: string | null;
  /** Values by template key. */
  data: Record<string, string>;
  sentAt: number;
  readAt: number | null;
}

type MessageRow = Omit<PhoneMessage, 'data'> & { data: string };

/** Which messages to list; newest first. */
export interface MessageFilter {
  openid?: string;
  /** Only messages older than the one with this id. */
  before?: number;
  limit: number;
}

const SELECT = `SELECT id, msg_id AS msgId, openid, template_id AS templateId, page, data, sent_at AS sentAt,
  read_at AS readAt FROM messages`;

/** The messages that arrived. */
export class Messages {
  #lastMsgId = 0n;

  constructor(
    private readonly db: StateDatabase,
    private readonly now: () => number,
  ) {}

  /** Takes a message and, unless `arrives` is false, puts it on the phone; returns its number of 19 digits. */
  add(
    openid: string,
    templateId: string,
    page: string | null,
    data: Record<string, string>,
    arrives = true,
  ): string {
    const msgId = this.#nextMsgId();
    if (!arrives) return msgId;
    this.db.run(
      'INSERT INTO messages (msg_id, openid, template_id, page, data, sent_at) VALUES (?, ?, ?, ?, ?, ?)',
      msgId,
      openid,
      templateId,
      page,
      JSON.stringify(data),
      this.now(),
    );
    return msgId;
  }

  list({ openid, before, limit }: MessageFilter): PhoneMessage[] {
    const conditions: string[] = [];
    const values: SqlValue[] = [];
    if (openid !== undefined) {
      conditions.push('openid = ?');
      values.push(openid);
    }
    if (before !== undefined) {
      conditions.push('id < ?');
      values.push(before);
    }
    const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
    return this.db.all<MessageRow>(`${SELECT}${where} ORDER BY id DESC LIMIT ?`, ...values, limit).map(read);
  }

  /** A message of a person, marked as read. */
  open(openid: string, id: number): PhoneMessage | undefined {
    const row = this.db.get<MessageRow>(`${SELECT} WHERE id = ? AND openid = ?`, id, openid);
    if (row === undefined) return undefined;
    this.db.run('UPDATE messages SET read_at = ? WHERE id = ? AND read_at IS NULL', this.now(), id);
    return read(row);
  }

  readAll(openid: string): void {
    this.db.run('UPDATE messages SET read_at = ? WHERE openid = ? AND read_at IS NULL', this.now(), openid);
  }

  /** How many messages there are, of one person or of all. */
  count(openid?: string): number {
    const [where, values] = openid === undefined ? ['', []] : [' WHERE openid = ?', [openid]];
    const sql = `SELECT count(*) AS count FROM messages${where}`;
    return this.db.get<{ count: number }>(sql, ...values)?.count ?? 0;
  }

  unread(openid: string): number {
    const sql = 'SELECT count(*) AS count FROM messages WHERE openid = ? AND read_at IS NULL';
    return this.db.get<{ count: number }>(sql, openid)?.count ?? 0;
  }

  /** Grows, and like WeChat's has more digits than a JavaScript number can hold. */
  #nextMsgId(): string {
    const byTime = BigInt(this.now()) * 1_000_000n + BigInt(randomInt(1_000_000));
    this.#lastMsgId = byTime > this.#lastMsgId ? byTime : this.#lastMsgId + 1n;
    return String(this.#lastMsgId);
  }
}

function read(row: MessageRow): PhoneMessage {
  return { ...row, data: JSON.parse(row.data) as Record<string, string> };
}
