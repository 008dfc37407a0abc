import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { AuditCheckpointsService } from '../../src/audit/audit-checkpoints.service.js';
import { AuditEntry } from '../../src/audit/audit-entry.entity.js';
import { AuditVerifierService } from '../../src/audit/audit-verifier.service.js';
import { ClauseVersion } from '../../src/clauses/clause-version.entity.js';
import { Clause } from '../../src/clauses/clause.entity.js';
import { Campaign } from '../../src/notifications/campaign.entity.js';
import { Draft } from '../../src/reviews/drafts/draft.entity.js';
import { ReviewDecision } from '../../src/reviews/review-decision.entity.js';
import type { DraftState } from '../../src/reviews/draft.terms.js';
import type { StaffRole } from '../../src/staff/role.terms.js';
import { drainPush } from '../support/drain-push.js';
import { makeCatalogue } from '../support/made-catalogue.js';
import { makeStaff } from '../support/many-staff.js';
import { newOfficeLog, OfficePerson } from '../support/office-day.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';
import { testDatabaseKind } from '../support/test-database.js';

/** The embedded database has one writer at a time, so fewer say as much. */
const PEOPLE = testDatabaseKind() === 'mariadb' ? 200 : 60;
const DEPARTMENTS = 4;
const ROLES: readonly StaffRole[] = [
  'registrar',
  'department-reviewer',
  'registrar',
  'leader',
  'publishing-office',
];
/** Drafts on which all registrars of a department write. */
const SHARED = 8;
/** Of how many registrars one registers a clause of her own. */
const REGISTERING = 8;
const ACTIONS = 1;
const PATIENCE = 120_000;

/** Whose turn it is where a draft stands, and where it stands after that if nobody returns it. */
const TURNS: Record<DraftState, { role: StaffRole; next: DraftState }> = {
  draft: { role: 'registrar', next: 'first' },
  returned: { role: 'registrar', next: 'first' },
  first: { role: 'department-reviewer', next: 'second' },
  second: { role: 'leader', next: 'third' },
  third: { role: 'publishing-office', next: 'published' },
  scheduled: { role: 'publishing-office', next: 'published' },
  published: { role: 'publishing-office', next: 'published' },
};

/** Mulberry32. */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe(`${PEOPLE} editors and reviewers at once`, () => {
  const log = newOfficeLog();
  const chance = chanceFrom(20_261_124);
  const own: string[] = [];
  const shared: string[] = [];
  let server: TestApp;
  let people: OfficePerson[] = [];

  const departmentOf = (code: string): string => `d${(Number(code.slice(1)) % DEPARTMENTS) + 1}`;
  const rows = <T extends object>(entity: new () => T) => server.app.get(DataSource).getRepository(entity);
  const of = (code: string, ...roles: StaffRole[]): OfficePerson[] =>
    people.filter(
      ({ member }) =>
        roles.includes(member.role) &&
        (member.department === null || member.department === departmentOf(code)),
    );
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T;

  beforeAll(async () => {
    server = await startTestApp({ demoCatalogue: false, databasePoolSize: 20 });
    await makeCatalogue(server.app, DEPARTMENTS);
    const wanted = Array.from({ length: PEOPLE }, (_none, at) => {
      const role = ROLES[at % ROLES.length] ?? 'registrar';
      const place = `d${(Math.floor(at / ROLES.length) % DEPARTMENTS) + 1}`;
      return { name: `p${at}`, role, department: role === 'publishing-office' ? null : place };
    });
    const staff = await makeStaff(server.app, wanted);
    people = staff.map((member) => new OfficePerson(member, server.url, log, chance));
    for (let at = 0; at < SHARED; at += 1) {
      const code = `s${at}`;
      const [first] = of(code, 'registrar');
      await first?.register(code, 'p1');
      shared.push(code);
    }
  }, PATIENCE);
  afterAll(() => server.close());

  it(
    'work side by side without an answer that nobody should get',
    async () => {
      const day = async (person: OfficePerson, at: number): Promise<void> => {
        const { role } = person.member;
        if (role === 'registrar' && at % REGISTERING === 0) {
          const code = `o${Array.from({ length: DEPARTMENTS }, (_none, n) => at * DEPARTMENTS + n).find((n) => departmentOf(`o${n}`) === person.member.department) ?? 0}`;
          await person.register(code, 'p1');
          own.push(code);
        }
        const mine = (code: string): boolean =>
          person.member.department === null || departmentOf(code) === person.member.department;
        for (let action = 0; action < ACTIONS; action += 1) {
          const code = pick((chance() < 0.5 ? shared : [...shared, ...own]).filter(mine));
          if (role === 'registrar' && chance() < 0.5) await person.append(pick(shared.filter(mine)));
          else await person.act(code);
        }
      };
      await Promise.all(people.map(day));
      // Then whoever may go on does, until everything is public; always several at once.
      const finish = async (code: string): Promise<void> => {
        for (let turn: DraftState = 'draft', seen = ''; seen !== 'published';) {
          const able = of(code, TURNS[turn].role);
          [seen = ''] = await Promise.all([pick(able).act(code, false), pick(able).act(code, false)]);
          turn = seen === turn ? TURNS[turn].next : (seen as DraftState);
        }
      };
      await Promise.all([...shared, ...own].map(finish));
      expect(log.strange).toEqual([]);
      expect(log.refused.length).toBeGreaterThan(0);
    },
    PATIENCE,
  );

  it('lose no line that was accepted, and have them in the order of their revisions', async () => {
    for (const code of [...shared, ...own]) {
      const { content, revision } = await rows(Draft).findOneByOrFail({ code });
      const accepted = [...(log.accepted.get(code) ?? [])].sort((a, b) => a.revision - b.revision);
      expect(content['conditions']).toEqual(accepted.map(({ line }) => line));
      expect(new Set(accepted.map((one) => one.revision)).size).toBe(accepted.length);
      // The first revision is that of registering.
      expect(revision).toBe(accepted.length + 1);
    }
  });

  it('are told who saved what when they are refused', () => {
    for (const { code, base, revision, by, lines } of log.refused) {
      const meanwhile = (log.accepted.get(code) ?? []).filter(
        (one) => one.revision > base && one.revision <= revision,
      );
      expect(meanwhile.length).toBeGreaterThan(0);
      expect(lines).toEqual(expect.arrayContaining(meanwhile.map(({ line }) => line)));
      const writers = meanwhile.map(({ line }) => line.split(' ')[0] ?? '');
      expect(by).toEqual(expect.arrayContaining(writers));
    }
  });

  it('publish each version once, after three different people, none of whom wrote', async () => {
    const decisions = await rows(ReviewDecision).find();
    for (const code of [...shared, ...own]) {
      const draft = await rows(Draft).findOneByOrFail({ code });
      const clause = await rows(Clause).findOneByOrFail({ code });
      const versions = await rows(ClauseVersion).find({
        where: { clauseId: clause.id },
        order: { number: 'ASC' },
      });
      const decided = decisions.filter(({ draftId }) => draftId === draft.id);
      const approvals = decided.filter(({ action }) => action === 'approve');
      const published = approvals.filter(({ step }) => step === 'third');
      const isPublic = versions.filter(({ publishedAt }) => publishedAt !== null);
      expect(isPublic).toHaveLength(published.length);
      expect(new Set(isPublic.map(({ number }) => number)).size).toBe(isPublic.length);
      expect(isPublic.at(-1)?.conditions).toEqual(draft.content['conditions']);
      expect(draft).toMatchObject({ state: 'published', cycle: published.length + 1 });
      const accepted = log.decided.filter((one) => one.code === code);
      expect(approvals).toHaveLength(accepted.filter(({ action }) => action === 'approve').length);
      for (let cycle = 1; cycle < draft.cycle; cycle += 1) {
        const standing = approvals.filter((one) => one.cycle === cycle && one.standing);
        expect(standing.map(({ step }) => step).sort()).toEqual(['first', 'second', 'third']);
        expect(new Set(standing.map(({ staffId }) => staffId)).size).toBe(3);
        expect(new Set(standing.map(({ contentHash }) => contentHash)).size).toBe(1);
      }
    }
    await drainPush(server.app);
    const publications = decisions.filter(
      ({ action, step }) => action === 'approve' && step === 'third',
    ).length;
    const campaigns = await rows(Campaign).find();
    expect(new Set(campaigns.map(({ clauseVersionId }) => clauseVersionId)).size).toBe(publications);
  });

  it('leave a whole audit log with an entry for each thing that was accepted', async () => {
    const checkpoints = await server.app.get(AuditCheckpointsService).read();
    expect((await server.app.get(AuditVerifierService).verify(checkpoints)).faults).toEqual([]);
    const entries = await rows(AuditEntry).find();
    const count = (action: string): number => entries.filter((entry) => entry.action === action).length;
    const accepted = [...log.accepted.values()].flat().length;
    expect(count('draft.edited')).toBe(accepted);
    expect(count('draft.approve')).toBe(log.decided.filter(({ action }) => action === 'approve').length);
    expect(count('draft.return-author')).toBe(log.decided.filter(({ action }) => action === 'return').length);
  });
});
