import type { DraftView } from '../../src/reviews/draft.view.js';
import type { ManyStaffMember } from './many-staff.js';

/** A save that was accepted: which revision it became, and the line that it added. */
export interface Accepted {
  revision: number;
  line: string;
}

/** A save that was refused because of what others had saved: what the person was told of it. */
export interface Refused {
  code: string;
  /** On which revision it was based, and which one is stored. */
  base: number;
  revision: number;
  /** By whom, and which lines stand there now. */
  by: string[];
  lines: string[];
}

/** What happened, as the people saw it. */
export interface OfficeLog {
  statuses: Map<number, number>;
  /** Answers that nobody should get, at most some. */
  strange: string[];
  accepted: Map<string, Accepted[]>;
  refused: Refused[];
  /** Approvals and returns that were accepted. */
  decided: { code: string; action: 'approve' | 'return' }[];
}

interface Conflict {
  conflict: { revision: number; changes: { by: { name: string } }[]; content: { conditions?: string[] } };
}

const FINE = new Set([200, 201, 204, 403, 409]);

export const newOfficeLog = (): OfficeLog => ({
  statuses: new Map(),
  strange: [],
  accepted: new Map(),
  refused: [],
  decided: [],
});

/** One person at work: everything is done over HTTP, and everything that was answered is written down. */
export class OfficePerson {
  private lines = 0;

  constructor(
    readonly member: ManyStaffMember,
    private readonly url: string,
    private readonly log: OfficeLog,
    private readonly chance: () => number,
  ) {}

  /** Registers a clause, completes it and hands it in. */
  async register(code: string, policy: string): Promise<void> {
    const department = this.member.department ?? '';
    const made = await this.call<DraftView>('POST', '/clauses', {
      code,
      department,
      policy,
      title: `条款${code}`,
    });
    if (made.status !== 201) throw new Error(`Not registered: ${made.status}`);
    this.log.accepted.set(code, []);
    await this.append(code, { audience: 'citizen', supportKind: 'funding', benefit: '每人补贴 100 元' });
    await this.act(code);
  }

  /** Adds a line to a draft; after a conflict, to what others have saved meanwhile. */
  async append(code: string, fields: object = {}): Promise<void> {
    const { status, body: draft } = await this.call<DraftView>('GET', `/clauses/${code}/draft`);
    if (status !== 200) return;
    this.lines += 1;
    const line = `${this.member.name} 第 ${this.lines} 句`;
    let [revision, content] = [draft.revision, draft.content];
    for (let tries = 0; tries < 20; tries += 1) {
      const lines = (content['conditions'] as string[] | undefined) ?? [];
      const wanted = { ...content, ...fields, conditions: [...lines, line] };
      const answer = await this.call<DraftView & Conflict>('PUT', `/clauses/${code}/draft`, {
        revision,
        content: wanted,
      });
      if (answer.status === 200) {
        // The answer shows the draft as it is by then; others may have saved again.
        this.log.accepted.get(code)?.push({ revision: revision + 1, line });
        return;
      }
      if (answer.status !== 409) return;
      const { conflict } = answer.body;
      this.log.refused.push({
        ...{ code, base: revision, revision: conflict.revision },
        ...{ by: conflict.changes.map(({ by }) => by.name), lines: conflict.content.conditions ?? [] },
      });
      [revision, content] = [conflict.revision, conflict.content];
    }
  }

  /** Does one of the things that the draft allows now: submits, decides, or writes; answers where it stood before. */
  async act(code: string, mayWrite = true): Promise<string> {
    const { status, body: draft } = await this.call<DraftView>('GET', `/clauses/${code}/draft`);
    if (status !== 200) return '';
    const { actions, hash, id, state, round } = draft;
    const decide = actions.includes('approve');
    if (decide || actions.includes('submit')) {
      const back = decide && round === 1 && this.chance() < 0.15;
      const name = decide ? (back ? 'return' : 'approve') : 'submit';
      const more = back ? { to: 'author', comment: '请写明条件' } : {};
      const answer = await this.call<DraftView>('POST', `/drafts/${id ?? ''}/${name}`, { hash, ...more });
      if (answer.status === 200 && decide) {
        this.log.decided.push({ code, action: back ? 'return' : 'approve' });
      }
    } else if (mayWrite && actions.includes('edit') && state !== 'published') await this.append(code);
    return state;
  }

  private async call<T>(method: string, path: string, body?: object): Promise<{ status: number; body: T }> {
    const answer = await fetch(`${this.url}/api/v1/staff${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.member.token}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    const { status } = answer;
    this.log.statuses.set(status, (this.log.statuses.get(status) ?? 0) + 1);
    if (!FINE.has(status) && this.log.strange.length < 5)
      this.log.strange.push(`${method} ${path}: ${status} ${text}`);
    return { status, body: (text ? JSON.parse(text) : null) as T };
  }
}
