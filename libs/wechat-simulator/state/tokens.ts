import { randomBytes } from 'node:crypto';
import type { StateDatabase } from './state-database.js';

const VALID_MS = 7200_000;
/** The platform hands out the next token this long before the end; both are valid meanwhile. */
const OVERLAP_MS = 5 * 60_000;

/** A token and the seconds it has left. */
export interface IssuedToken {
  value: string;
  expiresIn: number;
}

/** Stable access tokens. */
export class Tokens {
  constructor(
    private readonly db: StateDatabase,
    private readonly now: () => number,
  ) {}

  /** Normal mode: the same token while it is valid, a new one in its last 5 minutes. */
  stable(appId: string): IssuedToken {
    const sql = `SELECT value, expires_at AS expiresAt FROM tokens
      WHERE app_id = ? AND revoked = 0 ORDER BY expires_at DESC LIMIT 1`;
    const latest = this.db.get<{ value: string; expiresAt: number }>(sql, appId);
    if (latest === undefined || latest.expiresAt - this.now() <= OVERLAP_MS) return this.#create(appId);
    return { value: latest.value, expiresIn: Math.floor((latest.expiresAt - this.now()) / 1000) };
  }

  /** Forced mode: every earlier token dies at once. */
  forced(appId: string): IssuedToken {
    this.revoke(appId);
    return this.#create(appId);
  }

  /** Which app a token belongs to, or why it is refused. */
  check(value: string): { appId: string } | 'invalid' | 'expired' {
    const sql = 'SELECT app_id AS appId, expires_at AS expiresAt, revoked FROM tokens WHERE value = ?';
    const row = this.db.get<{ appId: string; expiresAt: number; revoked: number }>(sql, value);
    if (row === undefined || row.revoked === 1) return 'invalid';
    return row.expiresAt <= this.now() ? 'expired' : { appId: row.appId };
  }

  /** Ends the validity of all tokens of an app now: WeChat then says 42001. */
  expire(appId: string): void {
    this.db.run(
      'UPDATE tokens SET expires_at = ? WHERE app_id = ? AND expires_at > ?',
      this.now(),
      appId,
      this.now(),
    );
  }

  /** Makes all tokens of an app unknown: WeChat then says 40001. */
  revoke(appId: string): void {
    this.db.run('UPDATE tokens SET revoked = 1 WHERE app_id = ?', appId);
  }

  #create(appId: string): IssuedToken {
    const value = `${randomBytes(2).readUInt16BE() % 100}_${randomBytes(100).toString('base64url')}`;
    this.db.run('DELETE FROM tokens WHERE expires_at < ?', this.now() - VALID_MS);
    this.db.run('INSERT INTO tokens VALUES (?, ?, ?, ?, 0)', value, appId, this.now(), this.now() + VALID_MS);
    return { value, expiresIn: VALID_MS / 1000 };
  }
}
