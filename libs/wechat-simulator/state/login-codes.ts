import { randomBytes } from 'node:crypto';
import type { StateDatabase } from './state-database.js';

/** A login code is valid for 5 minutes and works once. */
const VALID_MS = 5 * 60_000;

interface CodeRow {
  openid: string;
  expiresAt: number;
  usedAt: number | null;
}

/** Codes of wx.login that a server may exchange for an openid. */
export class LoginCodes {
  constructor(
    private readonly db: StateDatabase,
    private readonly now: () => number,
  ) {}

  /** Issues a code for a person's openid. */
  issue(openid: string): string {
    const code = randomBytes(24).toString('base64url');
    this.db.run('DELETE FROM login_codes WHERE expires_at < ?', this.now() - VALID_MS);
    this.db.run('INSERT INTO login_codes VALUES (?, ?, ?, NULL)', code, openid, this.now() + VALID_MS);
    return code;
  }

  /** Uses a code up; tells the openid, or why it is no good. */
  redeem(code: string): { openid: string } | 'invalid' | 'used' {
    const sql = 'SELECT openid, expires_at AS expiresAt, used_at AS usedAt FROM login_codes WHERE code = ?';
    const row = this.db.get<CodeRow>(sql, code);
    if (row === undefined || row.expiresAt <= this.now()) return 'invalid';
    if (row.usedAt !== null) return 'used';
    this.db.run('UPDATE login_codes SET used_at = ? WHERE code = ?', this.now(), code);
    return { openid: row.openid };
  }
}
