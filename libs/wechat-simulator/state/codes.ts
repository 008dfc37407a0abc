import { randomBytes } from 'node:crypto';
import type { StateDatabase } from './state-database.js';

/** A code is valid for 5 minutes and works once. */
const VALID_MS = 5 * 60_000;

interface CodeRow {
  openid: string;
  expiresAt: number;
  usedAt: number | null;
}

/** Codes that a server may exchange: those of wx.login for an openid, those of the phone button for a number. */
export class Codes {
  constructor(
    private readonly db: StateDatabase,
    private readonly now: () => number,
    private readonly table: 'login_codes' | 'phone_codes',
  ) {}

  /** Issues a code for a person's openid. */
  issue(openid: string): string {
    const code = randomBytes(24).toString('base64url');
    this.db.run(`DELETE FROM ${this.table} WHERE expires_at < ?`, this.now() - VALID_MS);
    this.db.run(`INSERT INTO ${this.table} VALUES (?, ?, ?, NULL)`, code, openid, this.now() + VALID_MS);
    return code;
  }

  /** Uses a code up; tells the openid, or why it is no good. */
  redeem(code: string): { openid: string } | 'invalid' | 'used' {
    const sql = `SELECT openid, expires_at AS expiresAt, used_at AS usedAt FROM ${this.table} WHERE code = ?`;
    const row = this.db.get<CodeRow>(sql, code);
    if (row === undefined || row.expiresAt <= this.now()) return 'invalid';
    if (row.usedAt !== null) return 'used';
    this.db.run(`UPDATE ${this.table} SET used_at = ? WHERE code = ?`, this.now(), code);
    return { openid: row.openid };
  }
}
