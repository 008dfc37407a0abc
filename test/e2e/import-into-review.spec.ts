import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DraftView } from '../../src/reviews/draft.view.js';
import type { StaffImportReport } from '../../src/imports/review/staff-import.view.js';
import { DraftImportService } from '../../src/reviews/imports/draft-import.service.js';
import { StaffDirectory } from '../../src/staff/staff-directory.service.js';
import { type FileImport, fileImport, reportOf } from '../support/import-file.js';
import { answerOf, passReviews, type ReviewPeople, reviewPeople, saveDraft } from '../support/reviews.js';
import { sampleClause, saveClause } from '../support/sample-clause.js';
import { createStaff } from '../support/staff.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';

/** What became of each record. */
const outcomes = ({ changes }: StaffImportReport): string[] =>
  changes.items.map(({ code, outcome }) => `${code} ${outcome}`);

describe('an import at the console', () => {
  let server: TestApp;
  let people: ReviewPeople;
  let asRegistrar: FileImport;
  let asAdministrator: FileImport;
  let places = 920;
  beforeAll(async () => {
    server = await startTestApp();
    people = await reviewPeople(server, 'hrss');
    await createStaff(server.app, 'chief');
    asRegistrar = await fileImport(server, 'hrss-registrar');
    asAdministrator = await fileImport(server, 'chief');
  });
  afterAll(() => server.close());

  const clause = (code: string, changes: Record<string, unknown> = {}): Record<string, unknown> =>
    sampleClause({ code, ordinal: (places += 1), topics: ['T0201'], ...changes });
  const draftOf = (code: string): Promise<DraftView> =>
    answerOf(people.registrar('GET', `/clauses/${code}/draft`));

  it('shows what it would do, does just that, and does nothing the second time', async () => {
    const file = {
      policies: [{ code: 'imp-p1', title: '导入的政策', level: '市级', region: '420800' }],
      clauses: [clause('imp-c1', { policy: '导入的政策', ordinal: 1, benefit: '每人补助 800 元。' })],
    };
    const seen = await reportOf(asRegistrar(file, { dryRun: 'true' }));
    expect(seen).toMatchObject({ saved: false, faultCount: 0, counts: { clauses: { created: 1 } } });
    expect(outcomes(seen)).toEqual(['imp-p1 created', 'imp-c1 created']);
    expect(seen.changes.items[1]?.fields).toContainEqual({
      field: 'benefit',
      label: '扶持内容',
      before: null,
      after: '每人补助 800 元。',
    });
    expect((await people.registrar('GET', '/clauses/imp-c1/draft')).status).toBe(404);

    const done = await reportOf(asRegistrar(file, { plan: seen.plan }));
    expect(done.saved).toBe(true);
    const [policy, made] = done.changes.items;
    expect(await answerOf(people.registrar('GET', `/drafts/${policy?.draftId ?? ''}`))).toMatchObject({
      kind: 'policy',
      department: { code: 'hrss' },
      faults: [],
    });
    expect((await server.get('/api/v1/clauses/imp-c1')).status).toBe(404);
    const draft = await draftOf('imp-c1');
    expect(draft).toMatchObject({ id: made?.draftId, state: 'draft', revision: 1 });
    expect(draft.content).toMatchObject({ policy: 'imp-p1', department: 'hrss' });

    const again = await reportOf(asRegistrar(file));
    expect(outcomes(again)).toEqual(['imp-p1 unchanged', 'imp-c1 unchanged']);
    expect((await draftOf('imp-c1')).revision).toBe(1);
  });

  it('gives the public nothing before three people approved, and the importer counts as writer', async () => {
    const record = clause('imp-c2');
    await reportOf(asRegistrar({ clauses: [record] }));
    const draft = await draftOf('imp-c2');
    expect(draft.authors).toMatchObject([{ name: 'hrss-registrar' }]);
    await passReviews(people, draft, { silent: true });
    expect((await server.get('/api/v1/clauses/imp-c2')).status).toBe(200);

    const changed = {
      ...record,
      benefit: '给予一次性奖补，标准提高到 8000 元。',
      amount: { max: 8000, unit: '元' },
    };
    const seen = await reportOf(asRegistrar({ clauses: [changed] }, { dryRun: 'true' }));
    expect(seen.changes.items[0]?.fields).toMatchObject([
      { field: 'amount', before: { max: 5000 }, after: { max: 8000 } },
      { field: 'benefit', before: record.benefit, after: changed.benefit },
    ]);
    await reportOf(asRegistrar({ clauses: [changed] }, { plan: seen.plan }));
    const open = await server.get('/api/v1/clauses/imp-c2');
    expect(await open.json()).toMatchObject({ amount: { max: 5000 } });
  });

  it('refuses what belongs to others with row and reason, says nothing of what they write, and brings the rest on demand', async () => {
    await saveClause(server, sampleClause({ code: 'imp-tax', department: 'tax', policy: 'tax-p01' }));
    const file = {
      departments: [{ code: 'imp-new', name: '新设的局', region: '420800' }],
      clauses: [
        clause('imp-c3'),
        clause('imp-c4', { department: 'tax' }),
        clause('imp-tax', { title: '改到本部门名下' }),
      ],
    };
    const seen = await reportOf(asRegistrar(file, { dryRun: 'true' }));
    expect(outcomes(seen)).toEqual([
      'imp-c3 created',
      'imp-new refused',
      'imp-c4 refused',
      'imp-tax refused',
    ]);
    expect(seen.faults).toMatchObject([
      { sheet: 'departments', row: 1, message: expect.stringContaining('政务公开办统一维护') },
      {
        sheet: 'clauses',
        row: 2,
        column: 'department',
        message: expect.stringContaining('不在您的部门范围'),
      },
      { sheet: 'clauses', row: 3, column: 'code', message: expect.stringContaining('市税务局') },
    ]);
    expect(seen.changes.items.slice(1).flatMap(({ fields }) => fields)).toEqual([]);
    expect((await reportOf(asRegistrar(file))).saved).toBe(false);
    expect((await people.registrar('GET', '/clauses/imp-c3/draft')).status).toBe(404);
    expect((await reportOf(asRegistrar(file, { partial: 'true' }))).saved).toBe(true);
    expect((await draftOf('imp-c3')).state).toBe('draft');
    const open = await server.get('/api/v1/clauses/imp-tax');
    expect(await open.json()).toMatchObject({ department: { code: 'tax' } });
  });

  it('leaves alone what is in review, and what changed since it was shown', async () => {
    const records = [clause('imp-c5'), clause('imp-c6')];
    await reportOf(asRegistrar({ clauses: records }));
    const { id, hash } = await draftOf('imp-c5');
    await answerOf(people.registrar('POST', `/drafts/${id ?? ''}/submit`, { hash }));
    const changed = { clauses: records.map((record) => ({ ...record, benefit: '改了。' })) };
    const seen = await reportOf(asRegistrar(changed, { dryRun: 'true' }));
    expect(outcomes(seen)).toEqual(['imp-c6 updated', 'imp-c5 in-review']);

    const { content } = await draftOf('imp-c6');
    await saveDraft(people.registrar, '/clauses/imp-c6', { ...content, phone: '0724-12333' });
    const late = await asRegistrar(changed, { plan: seen.plan });
    expect(await late.json()).toMatchObject({ status: 409, code: 'IMPORT.PLAN_OUTDATED' });
    const done = await reportOf(asRegistrar(changed));
    expect(done).toMatchObject({ saved: true, counts: { clauses: { updated: 1, 'in-review': 1 } } });
    expect(await draftOf('imp-c5')).toMatchObject({ state: 'first', hash });
  });

  it('refuses one whose place was taken after it was planned, and brings the others', async () => {
    const { id: staffId } = await answerOf<{ id: string }>(people.registrar('GET', '/me'));
    const member = await server.app.get(StaffDirectory, { strict: false }).find(staffId);
    if (!member) throw new Error('nobody');
    const service = server.app.get(DraftImportService, { strict: false });
    const records = ['imp-late', 'imp-free', 'imp-twin'].map((code, index) => {
      const { status, ...said } = sampleClause({ code, ordinal: [1, 981, 981][index], topics: ['T0201'] });
      return { code, contentOver: (): Record<string, unknown> => said };
    });
    const plans = await service.plan('clause', records, member);
    expect(plans.map(({ outcome }) => outcome)).toEqual(['created', 'created', 'created']);
    const keys = new Map(plans.map(({ code, key }) => [code, key]));
    const taken = { path: 'ordinal', message: expect.stringContaining('改用其他序号') };
    expect(await service.apply('clause', records, keys, member)).toMatchObject([
      { code: 'imp-late', outcome: 'refused', fault: taken, fields: [] },
      { code: 'imp-free', outcome: 'created', fault: null },
      { code: 'imp-twin', outcome: 'refused', fault: taken },
    ]);
    expect((await draftOf('imp-free')).state).toBe('draft');
    expect((await people.registrar('GET', '/clauses/imp-late/draft')).status).toBe(404);
  });

  it('saves departments and topics of those who keep them, for clauses of the same file', async () => {
    const file = {
      departments: [{ code: 'imp-d1', name: '测试导入局', region: '420800' }],
      topics: [{ code: 'imp-t1', group: '热点', name: '导入主题' }],
      policies: [
        { code: 'imp-p2', title: '导入局的政策', department: '测试导入局', level: '市级', region: '420800' },
      ],
      clauses: [
        clause('imp-c7', { department: 'imp-d1', policy: 'imp-p2', ordinal: 1, topics: ['导入主题'] }),
        clause('imp-c8', {
          department: 'imp-d1',
          policy: 'imp-p2',
          ordinal: 2,
          topics: [],
          title: '导入主题补贴',
        }),
      ],
    };
    const seen = await reportOf(asAdministrator(file, { dryRun: 'true' }));
    expect(seen).toMatchObject({ faultCount: 0, suggestedCount: 1 });
    const done = await reportOf(asAdministrator(file, { plan: seen.plan }));
    expect(done.faults).toEqual([]);
    expect((await server.get('/api/v1/departments/imp-d1')).status).toBe(200);
    expect(await draftOf('imp-c8').catch((error: unknown) => String(error))).toContain('OUT_OF_SCOPE');
    const again = await reportOf(asAdministrator(file, { dryRun: 'true' }));
    expect(again.changes.items.map(({ outcome }) => outcome)).toEqual(Array(5).fill('unchanged'));
  });

  it('lists many changes by the page and by outcome', async () => {
    const clauses = [...Array(7).keys()].map((index) => clause(`imp-m${index}`));
    clauses.push(clause('imp-m9', { policy: '没有这份政策' }));
    const page = await reportOf(asRegistrar({ clauses }, { dryRun: 'true', page: '2', pageSize: '3' }));
    expect(page.changes).toMatchObject({ page: 2, pageSize: 3, total: 8, items: { length: 3 } });
    const refused = await reportOf(asRegistrar({ clauses }, { dryRun: 'true', outcome: 'refused' }));
    expect(refused.changes).toMatchObject({ total: 1, items: [{ code: 'imp-m9', row: 8 }] });
    expect(refused.plan).toBe(page.plan);
  });
});
