import type { StateDatabase } from './state-database.js';

/** `pending` waits for its (next) push; `given_up` was pushed four times in vain. */
export type EventState = 'pending' | 'delivered' | 'given_up';

/** An event to be pushed to an app's callback address. */
export interface PushEvent {
  id: number;
  appId: string;
  openid: string;
  /** WeChat's name, such as `subscribe_msg_sent_event`. */
  event: string;
  /** Elements of its List; every value a string, as WeChat's JSON has it. */
  items: Record<string, string>[];
  createdAt: number;
  state: EventState;
  attempts: number;
  dueAt: number;
  lastError: string | null;
}

type EventRow = Omit<PushEvent, 'items'> & { items: string };

const SELECT = `SELECT id, app_id AS appId, openid, event, items, created_at AS createdAt, state, attempts,
  due_at AS dueAt, last_error AS lastError FROM events`;

/** Events on their way; written in the transaction that caused them, so that none is lost with the process. */
export class Events {
  constructor(
    private readonly db: StateDatabase,
    private readonly now: () => number,
  ) {}

  add(appId: string, openid: string, event: string, items: Record<string, string>[]): void {
    this.db.run(
      `INSERT INTO events (app_id, openid, event, items, created_at, state, due_at)
       VALUES (?, ?, ?, ?, ?, 'pending', ?)`,
      appId,
      openid,
      event,
      JSON.stringify(items),
      this.now(),
      this.now(),
    );
  }

  /** The pending events that fall due first, due or not. */
  next(limit: number): PushEvent[] {
    return this.#read(`${SELECT} WHERE state = 'pending' ORDER BY due_at, id LIMIT ?`, limit);
  }

  delivered(id: number): void {
    this.db.run("UPDATE events SET state = 'delivered', attempts = attempts + 1 WHERE id = ?", id);
  }

  /** Records a failed push; without a next time the event is given up. */
  failed(id: number, error: string, nextAt: number | undefined): void {
    const sql = `UPDATE events SET state = ?, attempts = attempts + 1, due_at = coalesce(?, due_at), last_error = ?
      WHERE id = ?`;
    this.db.run(sql, nextAt === undefined ? 'given_up' : 'pending', nextAt ?? null, error, id);
  }

  /** Newest first. */
  list(state: EventState, limit: number): PushEvent[] {
    return this.#read(`${SELECT} WHERE state = ? ORDER BY id DESC LIMIT ?`, state, limit);
  }

  counts(): Record<EventState, number> {
    const counts = { pending: 0, delivered: 0, given_up: 0 };
    const sql = 'SELECT state, count(*) AS count FROM events GROUP BY state';
    for (const { state, count } of this.db.all<{ state: EventState; count: number }>(sql))
      counts[state] = count;
    return counts;
  }

  #read(sql: string, ...values: (string | number)[]): PushEvent[] {
    return this.db
      .all<EventRow>(sql, ...values)
      .map((row) => ({ ...row, items: JSON.parse(row.items) as Record<string, string>[] }));
  }
}
