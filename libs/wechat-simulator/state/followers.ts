import type { StateDatabase } from './state-database.js';

/** Who follows which official account; an openid belongs to one of them. */
export class Followers {
  constructor(
    private readonly db: StateDatabase,
    private readonly now: () => number,
  ) {}

  has(openid: string): boolean {
    return this.db.get('SELECT since FROM followers WHERE openid = ?', openid) !== undefined;
  }

  /** Begins or stops to follow; false where that was so already. */
  set(openid: string, follows: boolean): boolean {
    const changed = follows
      ? this.db.run('INSERT OR IGNORE INTO followers VALUES (?, ?)', openid, this.now())
      : this.db.run('DELETE FROM followers WHERE openid = ?', openid);
    return changed === 1;
  }
}
