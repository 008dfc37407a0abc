import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DomainError } from '../../src/common/domain.error.js';
import { UnitOfWork } from '../../src/database/unit-of-work.js';
import { Draft } from '../../src/reviews/drafts/draft.entity.js';
import { DraftEditorService } from '../../src/reviews/draft-editor.service.js';
import { RegistrationService } from '../../src/reviews/registration.service.js';
import { ReviewsService } from '../../src/reviews/reviews.service.js';
import { DelegationsService } from '../../src/staff/delegations.service.js';
import { StaffAccountsService } from '../../src/staff/staff-accounts.service.js';
import type { StaffRole } from '../../src/staff/role.terms.js';
import { StaffDirectory } from '../../src/staff/staff-directory.service.js';
import { StaffRepository } from '../../src/staff/staff.repository.js';
import { makeCatalogue } from '../support/made-catalogue.js';
import { ModelDraft, type ModelPerson, type Wish } from '../support/review-model.js';
import { STAFF_PASSWORD } from '../support/staff.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';
import { testDatabaseKind } from '../support/test-database.js';

/** The rules are the same on both databases; the other one is there to show that its transactions are. */
const STEPS = testDatabaseKind() === 'mariadb' ? 4_000 : 10_000;
const DRAFTS = 6;
const WISHES: Wish[] = [
  'edit',
  'submit',
  'submit',
  'approve',
  'approve',
  'approve',
  'return-author',
  'return-previous',
  'recall',
];
const SEED = 20_261_124;

/** Mulberry32: the same sequence at each run, so that a difference can be looked into. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const PEOPLE: ModelPerson[] = [
  { name: 'w1', posts: ['registrar d1'] },
  { name: 'w2', posts: ['registrar d2'] },
  { name: 'all', posts: ['registrar d1', 'department-reviewer d1', 'leader d1'] },
  { name: 'f1', posts: ['department-reviewer d1'] },
  { name: 'f2', posts: ['department-reviewer d2', 'department-reviewer d1'] },
  { name: 's1', posts: ['leader d1', 'leader d2'] },
  { name: 's2', posts: ['leader d2', 'publishing-office'] },
  { name: 't1', posts: ['publishing-office'] },
  { name: 't2', posts: ['publishing-office'] },
  { name: 'boss', posts: ['administrator'] },
  { name: 'eye', posts: ['auditor'] },
];

describe('random actions of random people', () => {
  let server: TestApp;
  const ids = new Map<string, string>();

  beforeAll(async () => {
    server = await startTestApp({ demoCatalogue: false });
    await makeCatalogue(server.app, 2);
    for (const { name, posts } of PEOPLE) {
      const held = posts.map((post) => {
        const [role, department] = post.split(' ');
        return { role: role as StaffRole, department };
      });
      const username = `model-${name}`;
      await server.app.get(StaffAccountsService, { strict: false }).create(username, STAFF_PASSWORD, held);
      const row = await server.app.get(StaffRepository, { strict: false }).findByUsername(username);
      ids.set(name, row?.id ?? '');
    }
    const directory = server.app.get(StaffDirectory, { strict: false });
    const away = PEOPLE.find(({ name }) => name === 's1');
    const standIn = PEOPLE.find(({ name }) => name === 'f1');
    if (!away || !standIn) throw new Error('nobody stands in');
    const principal = await directory.find(ids.get('s1') ?? '');
    if (!principal) throw new Error('no principal');
    const days = { firstDay: '2020-01-01', lastDay: '2099-12-31' };
    await server.app
      .get(DelegationsService, { strict: false })
      .create(principal, { to: ids.get('f1') ?? '', ...days });
    standIn.for = away;
  }, 120_000);
  afterAll(() => server.close());

  it(`differ in nothing from the rules, over ${STEPS} steps`, async () => {
    const { app } = server;
    const random = randomFrom(SEED);
    const directory = app.get(StaffDirectory, { strict: false });
    const editor = app.get(DraftEditorService);
    const reviews = app.get(ReviewsService);
    const uow = app.get(UnitOfWork);
    const member = async (name: string) => {
      const found = await directory.find(ids.get(name) ?? '');
      if (!found) throw new Error(name);
      return found;
    };
    const boss = await member('boss');
    const model: ModelDraft[] = [];
    for (let index = 0; index < DRAFTS; index++) {
      const department = index % 2 ? 'd2' : 'd1';
      const record = { code: `m${index}`, department, policy: 'p1', ordinal: 500 + index, title: '模型' };
      await app.get(RegistrationService).clause(record, boss);
      model.push(new ModelDraft(department));
    }
    const contentOf = (index: number, text: number) => ({
      department: index % 2 ? 'd2' : 'd1',
      policy: 'p1',
      ordinal: 500 + index,
      title: '模型',
      audience: 'citizen',
      supportKind: 'funding',
      benefit: `第 ${text} 稿`,
    });
    const rows = () => uow.repository(Draft);
    // The boss finishes each draft, and so is one of the first writers.
    for (let index = 0; index < DRAFTS; index++) {
      const row = await rows().findOneByOrFail({ code: `m${index}` });
      await editor.save(
        'clause',
        `m${index}`,
        { revision: row.revision, content: contentOf(index, 1) },
        boss,
      );
      model[index]?.wish({ name: 'boss', posts: ['administrator'] }, 'edit', {
        rightHash: true,
        comment: true,
      });
    }
    const differences: string[] = [];
    const seen = new Map<string, number>();
    for (let step = 0; step < STEPS; step++) {
      const index = random(DRAFTS);
      const person = PEOPLE[random(PEOPLE.length)];
      const wish = WISHES[random(WISHES.length)];
      const draft = model[index];
      if (!person || !wish || !draft) throw new Error('out of range');
      const given = { rightHash: random(12) > 0, comment: random(8) > 0 };
      const row = await rows().findOneByOrFail({ code: `m${index}` });
      const caller = await member(person.name);
      const text = draft.text + 1;
      const act = (): Promise<void> =>
        wish === 'edit'
          ? editor.save(
              'clause',
              `m${index}`,
              { revision: row.revision, content: contentOf(index, text) },
              caller,
            )
          : reviews.act(row.id, wish, caller, {
              hash: given.rightHash ? row.contentHash : '0'.repeat(64),
              comment: given.comment ? '说明' : '',
              silent: true,
            });
      const got = await act().then(
        () => 'ok',
        (error: unknown) => {
          if (error instanceof DomainError) return error.code;
          throw error;
        },
      );
      const want = draft.wish(person, wish, given);
      const { state } = await rows().findOneByOrFail({ code: `m${index}` });
      seen.set(got, (seen.get(got) ?? 0) + 1);
      if (got !== want || state !== draft.state) {
        differences.push(
          `${step}: ${person.name} ${wish} m${index}: ${got} ${state}, not ${want} ${draft.state}`,
        );
        break;
      }
    }
    expect(differences).toEqual([]);
    // Everything that can happen did.
    expect([...seen.keys()].sort()).toEqual(
      [
        'INPUT.INVALID',
        'PERMISSION.OUT_OF_SCOPE',
        'REVIEW.NOT_INDEPENDENT',
        'REVIEW.OTHER_VERSION',
        'REVIEW.WRONG_STATE',
        'ok',
      ].sort(),
    );
    expect(model.filter(({ publicText }) => publicText !== null).length).toBeGreaterThan(DRAFTS / 2);
  }, 900_000);
});
