import type { StateDatabase } from './state-database.js';

/** How a person stands to a template. */
export interface Consent {
  templateId: string;
  /** Messages of a one-time template that may still be sent. */
  remaining: number;
  /** Whether a long-term template may send any number. */
  longTerm: boolean;
  /** Whether the person switched the template off in the settings. */
  switchedOff: boolean;
}

interface ConsentRow {
  templateId: string;
  remaining: number;
  longTerm: number;
  switchedOff: number;
}

const SELECT = `SELECT template_id AS templateId, remaining, long_term AS longTerm, switched_off AS switchedOff
  FROM consents WHERE openid = ?`;
const KEY = 'WHERE openid = ? AND template_id = ?';

/** What each person allows. */
export class Consents {
  constructor(private readonly db: StateDatabase) {}

  /** The consents a person has ever given or withdrawn. */
  of(openid: string): Consent[] {
    return this.db.all<ConsentRow>(SELECT, openid).map((row) => ({
      ...row,
      longTerm: row.longTerm === 1,
      switchedOff: row.switchedOff === 1,
    }));
  }

  isSwitchedOff(openid: string, templateId: string): boolean {
    const sql = `SELECT switched_off AS off FROM consents ${KEY}`;
    return this.db.get<{ off: number }>(sql, openid, templateId)?.off === 1;
  }

  /** Allows `times` more messages of a one-time template, or any number of a long-term one. */
  grant(openid: string, templateId: string, kind: 'one_time' | 'long_term', times = 1): void {
    const [remaining, longTerm] = kind === 'one_time' ? [times, 0] : [0, 1];
    this.db.run(
      `INSERT INTO consents (openid, template_id, remaining, long_term) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET remaining = remaining + excluded.remaining,
         long_term = max(long_term, excluded.long_term)`,
      openid,
      templateId,
      remaining,
      longTerm,
    );
  }

  /** Takes one message from what is allowed; false when nothing is. */
  spend(openid: string, templateId: string): boolean {
    const sql = `UPDATE consents SET remaining = CASE WHEN long_term = 1 THEN remaining ELSE remaining - 1 END
      ${KEY} AND switched_off = 0 AND (long_term = 1 OR remaining > 0)`;
    return this.db.run(sql, openid, templateId) === 1;
  }

  /**
   * The switch in the settings. Off discards what was left of one-time consents; on gives a long-term consent
   * back but no one-time ones (WeChat documents neither; this is the stricter reading).
   */
  switch(openid: string, templateId: string, on: boolean): void {
    this.db.run(
      `INSERT INTO consents (openid, template_id, switched_off) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET switched_off = excluded.switched_off,
         remaining = CASE WHEN excluded.switched_off = 1 THEN 0 ELSE remaining END`,
      openid,
      templateId,
      on ? 0 : 1,
    );
  }
}
