import type { StateDatabase } from './state-database.js';

/** How long WeChat knows a client_msg_id. */
const KNOWN_MS = 10 * 60_000;

/** The numbers that callers gave to template messages, so that a repeated call sends nothing twice. */
export class ClientMessages {
  constructor(
    private readonly db: StateDatabase,
    private readonly now: () => number,
  ) {}

  /** WeChat's number of the message that was sent under this one within the last ten minutes. */
  find(openid: string, clientMessageId: string): string | undefined {
    const sql =
      'SELECT msg_id AS msgId FROM client_messages WHERE openid = ? AND client_msg_id = ? AND expires_at > ?';
    return this.db.get<{ msgId: string }>(sql, openid, clientMessageId, this.now())?.msgId;
  }

  add(openid: string, clientMessageId: string, msgId: string): void {
    this.db.run('DELETE FROM client_messages WHERE expires_at <= ?', this.now());
    const sql = 'INSERT INTO client_messages VALUES (?, ?, ?, ?)';
    this.db.run(sql, openid, clientMessageId, msgId, this.now() + KNOWN_MS);
  }
}
