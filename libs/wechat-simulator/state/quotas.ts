import type { StateDatabase } from './state-database.js';

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

/** Counters by name and time window. Days begin at midnight in China. */
export class Quotas {
  constructor(
    private readonly db: StateDatabase,
    private readonly now: () => number,
  ) {}

  /** Counts one use; false, and not counted, when `limit` uses were made in this window already. */
  take(name: string, windowMs: number, limit: number): boolean {
    const offset = windowMs === DAY_MS ? 8 * 60 * MINUTE_MS : 0;
    const start = Math.floor((this.now() + offset) / windowMs) * windowMs - offset;
    const sql = `INSERT INTO quotas VALUES (?, ?, 1)
      ON CONFLICT DO UPDATE SET used = used + 1 WHERE used < ?`;
    this.db.run('DELETE FROM quotas WHERE name = ? AND window_start < ?', name, start);
    return this.db.run(sql, name, start, limit) === 1;
  }
}
