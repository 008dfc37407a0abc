import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DraftView, DiffView, WorkCounts, WorkItem } from '../../src/reviews/draft.view.js';
import { ReviewClockService } from '../../src/reviews/review-clock.service.js';
import type { Page } from '../../src/common/page.view.js';
import { answerOf, passReviews, type ReviewPeople, reviewPeople, saveDraft } from '../support/reviews.js';
import { setClock } from '../support/set-clock.js';
import { type StaffCall, staffCaller } from '../support/staff.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';

const CONTENT = {
  department: 'hrss',
  policy: 'hrss-p01',
  ordinal: 700,
  title: '独角兽企业落户补贴',
  audience: 'enterprise',
  supportKind: 'funding',
  benefit: '一次性补贴十万元',
};

describe('the three reviews', () => {
  let server: TestApp;
  let people: ReviewPeople;
  let foreign: ReviewPeople;
  let admin: StaffCall;
  let ordinal = 700;

  beforeAll(async () => {
    server = await startTestApp();
    people = await reviewPeople(server, 'hrss');
    foreign = await reviewPeople(server, 'tax', 'other');
    admin = await staffCaller(server, 'boss');
  });
  afterAll(() => server.close());

  async function begin(code: string): Promise<DraftView> {
    const { department, policy, title } = CONTENT;
    const place = { department, policy, title, ordinal: ++ordinal };
    await answerOf(people.registrar('POST', '/clauses', { code, ...place }), 201);
    return saveDraft(people.registrar, `/clauses/${code}`, { ...CONTENT, ordinal });
  }
  const codeOf = async (answer: Promise<Response>): Promise<unknown> => {
    const given = await answer;
    return ((await given.json()) as { code?: string }).code ?? given.status;
  };
  const publicStatus = async (path: string): Promise<number> => (await server.get(`/api/v1${path}`)).status;

  it('lead a clause to the public, and no sooner', async () => {
    const draft = await begin('way-1');
    expect(draft).toMatchObject({ state: 'draft', faults: [], department: { code: 'hrss' } });
    expect(draft.actions).toEqual(['edit', 'submit', 'discard']);
    expect(await publicStatus('/clauses/way-1')).toBe(404);
    const done = await passReviews(people, draft);
    expect(done).toMatchObject({ state: 'published', publicVersion: 1 });
    expect(await publicStatus('/clauses/way-1')).toBe(200);
    const decisions = await answerOf<Page<{ action: string; hash: string; by: string }>>(
      people.first('GET', `/drafts/${draft.id ?? ''}/decisions`),
    );
    expect(decisions.items.map(({ action }) => action)).toEqual(['approve', 'approve', 'approve', 'submit']);
    expect(new Set(decisions.items.map(({ hash }) => hash))).toEqual(new Set([draft.hash]));
    expect(new Set(decisions.items.map(({ by }) => by)).size).toBe(4);
  });

  it('refuse to decide on anything but what is there', async () => {
    const { id, hash } = await begin('hash-1');
    const path = `/drafts/${id ?? ''}`;
    expect(await codeOf(people.registrar('POST', `${path}/submit`, { hash: '0'.repeat(64) }))).toBe(
      'REVIEW.OTHER_VERSION',
    );
    await answerOf(people.registrar('POST', `${path}/submit`, { hash }));
    expect(await codeOf(people.first('POST', `${path}/approve`, { hash: 'f'.repeat(64) }))).toBe(
      'REVIEW.OTHER_VERSION',
    );
    expect(await codeOf(people.second('POST', `${path}/approve`, { hash }))).toBe('PERMISSION.OUT_OF_SCOPE');
    await answerOf(people.first('POST', `${path}/approve`, { hash }));
    expect(await codeOf(people.first('POST', `${path}/approve`, { hash }))).toBe('PERMISSION.OUT_OF_SCOPE');
    expect(await codeOf(people.second('POST', `${path}/return`, { hash, to: 'author', comment: ' ' }))).toBe(
      'INPUT.INVALID',
    );
    const back = await answerOf(
      people.second('POST', `${path}/return`, { hash, to: 'previous', comment: '请核对金额' }),
    );
    expect(back).toMatchObject({ state: 'first', returned: { comment: '请核对金额', step: 'second' } });
    await answerOf(people.first('POST', `${path}/return`, { hash, to: 'author', comment: '金额不对' }));
    const changed = await saveDraft(people.registrar, '/clauses/hash-1', {
      ...CONTENT,
      ordinal,
      benefit: '二十万元',
    });
    expect(changed).toMatchObject({ state: 'returned' });
    expect((await passReviews(people, changed)).state).toBe('published');
  });

  it('begin again after any edit', async () => {
    const { id, hash } = await begin('edit-1');
    const path = `/drafts/${id ?? ''}`;
    await answerOf(people.registrar('POST', `${path}/submit`, { hash }));
    await answerOf(people.first('POST', `${path}/approve`, { hash }));
    const edited = await saveDraft(people.registrar, '/clauses/edit-1', {
      ...CONTENT,
      ordinal,
      benefit: '三十万元',
    });
    expect(edited).toMatchObject({ state: 'draft', decisions: [{ action: 'submit' }, { standing: false }] });
    expect(await codeOf(people.second('POST', `${path}/approve`, { hash: edited.hash }))).toBe(
      'REVIEW.WRONG_STATE',
    );
    // Shown as the public will read it, not as an old version.
    const shown = { benefit: '三十万元', superseded: false, asOf: null };
    expect(await answerOf(people.first('GET', `${path}/preview`))).toMatchObject({ clause: shown });
  });

  it('keep writers and earlier reviewers from reviewing', async () => {
    const both = await staffCaller(server, 'both', 'registrar', 'hrss');
    const { items } = await answerOf<Page<{ id: string }>>(admin('GET', '/people?q=both'));
    const roles = ['registrar', 'department-reviewer', 'leader'].map((role) => ({
      role,
      department: 'hrss',
    }));
    const assigned = await admin('PUT', `/people/${items[0]?.id ?? ''}/assignments`, { assignments: roles });
    expect(assigned.status).toBe(204);
    const { id } = await begin('both-1');
    const { hash } = await saveDraft(both, '/clauses/both-1', { ...CONTENT, ordinal, benefit: '共同起草' });
    const path = `/drafts/${id ?? ''}`;
    await answerOf(people.registrar('POST', `${path}/submit`, { hash }));
    expect(await codeOf(both('POST', `${path}/approve`, { hash }))).toBe('REVIEW.NOT_INDEPENDENT');
    const other = await begin('both-2');
    await answerOf(people.registrar('POST', `/drafts/${other.id ?? ''}/submit`, { hash: other.hash }));
    const toReview = async (): Promise<string[]> =>
      (await answerOf<Page<WorkItem>>(both('GET', '/work?list=to-review'))).items.map(({ code }) => code);
    expect(await toReview()).toContain('both-2');
    expect(await toReview()).not.toContain('both-1');
    await answerOf(both('POST', `/drafts/${other.id ?? ''}/approve`, { hash: other.hash }));
    expect(await codeOf(both('POST', `/drafts/${other.id ?? ''}/approve`, { hash: other.hash }))).toBe(
      'REVIEW.NOT_INDEPENDENT',
    );
    expect(await toReview()).not.toContain('both-2');
  });

  it('are closed to other departments, whatever address they try', async () => {
    const draft = await begin('idor-1');
    const id = draft.id ?? '';
    const attempts: [StaffCall, string, string, object?][] = [
      [foreign.registrar, 'GET', '/clauses/idor-1'],
      [foreign.registrar, 'GET', '/clauses/idor-1/draft'],
      [foreign.registrar, 'PUT', '/clauses/idor-1/draft', { revision: draft.revision, content: CONTENT }],
      [foreign.registrar, 'GET', `/drafts/${id}`],
      [foreign.registrar, 'GET', `/drafts/${id}/diff`],
      [foreign.registrar, 'GET', `/drafts/${id}/edits`],
      [foreign.registrar, 'GET', `/drafts/${id}/preview`],
      [foreign.registrar, 'POST', `/drafts/${id}/submit`, { hash: draft.hash }],
      [foreign.registrar, 'POST', `/drafts/${id}/discard`, { revision: draft.revision }],
      [foreign.first, 'POST', `/drafts/${id}/approve`, { hash: draft.hash }],
      [foreign.registrar, 'POST', '/clauses', { department: 'hrss', policy: 'hrss-p01', title: '冒名' }],
    ];
    for (const [call, method, path, body] of attempts) {
      expect([method, path, await codeOf(call(method, path, body))]).toEqual([
        method,
        path,
        'PERMISSION.OUT_OF_SCOPE',
      ]);
    }
    // Nor can somebody give a draft away, or take it by naming another department.
    const given = people.registrar('PUT', '/clauses/idor-1/draft', {
      revision: draft.revision,
      content: { ...CONTENT, department: 'tax' },
    });
    expect(await codeOf(given)).toBe('PERMISSION.OUT_OF_SCOPE');
    const { items } = await answerOf<Page<WorkItem>>(foreign.registrar('GET', '/drafts?pageSize=100'));
    expect(items).toEqual([]);
  });

  it('take no field that is not the writer’s', async () => {
    const draft = await begin('mass-1');
    for (const extra of [
      { status: 'published' },
      { publishedAt: '2026-01-01' },
      { code: 'x' },
      { id: 'x' },
    ]) {
      const save = people.registrar('PUT', '/clauses/mass-1/draft', {
        revision: draft.revision,
        content: { ...CONTENT, ...extra },
      });
      expect(await codeOf(save)).toBe('INPUT.INVALID');
    }
    const pushed = {
      revision: draft.revision,
      content: { ...CONTENT, ordinal },
      state: 'published',
      round: 9,
      ownerId: 'x',
    };
    const answer = await people.registrar('PUT', '/clauses/mass-1/draft', pushed);
    const { state } = (await (await people.registrar('GET', '/clauses/mass-1/draft')).json()) as DraftView;
    expect([state, [200, 400]]).toEqual(['draft', expect.arrayContaining([answer.status])]);
  });

  it('tell the second of two editors who changed what', async () => {
    const draft = await begin('two-1');
    const mine = { revision: draft.revision, content: { ...CONTENT, ordinal, benefit: '甲写的' } };
    await answerOf(people.registrar('PUT', '/clauses/two-1/draft', mine));
    const late = await admin('PUT', '/clauses/two-1/draft', {
      revision: draft.revision,
      content: { ...CONTENT, ordinal, phone: '0724-1' },
    });
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({
      code: 'DRAFT.CONFLICT',
      conflict: {
        revision: draft.revision + 1,
        changes: expect.arrayContaining([
          expect.objectContaining({
            field: 'benefit',
            by: expect.objectContaining({ name: 'hrss-registrar' }),
            after: '甲写的',
          }),
        ]),
        content: { benefit: '甲写的' },
      },
    });
  });

  it('amend a clause while the old version stays readable by number and by day', async () => {
    setClock(server, '2026-03-02T10:00:00+08:00');
    expect((await passReviews(people, await begin('amend-1'))).publicVersion).toBe(1);
    setClock(server, '2026-03-10T10:00:00+08:00');
    const changed = await saveDraft(people.registrar, '/clauses/amend-1', {
      ...CONTENT,
      ordinal,
      benefit: '五十万元',
    });
    expect(changed.state).toBe('draft');
    const diff = await answerOf<DiffView>(people.first('GET', `/drafts/${changed.id ?? ''}/diff`));
    expect(diff.fields.map(({ field }) => field)).toEqual(['benefit']);
    await passReviews(people, changed);
    const benefitAt = async (query: string): Promise<unknown> =>
      ((await (await server.get(`/api/v1/clauses/amend-1${query}`)).json()) as { benefit: string }).benefit;
    expect(await benefitAt('')).toBe('五十万元');
    expect(await benefitAt('?version=1')).toBe('一次性补贴十万元');
    expect(await benefitAt('?asOf=2026-03-09')).toBe('一次性补贴十万元');
    expect(await benefitAt('?asOf=2026-03-10')).toBe('五十万元');
    expect(await publicStatus('/clauses/amend-1?asOf=2026-03-01')).toBe(404);
    expect(await publicStatus('/clauses/amend-1?asOf=2026-02-30')).toBe(400);
  });

  it('publish at a set time, remind, and tell those above', async () => {
    setClock(server, '2026-03-16T10:00:00+08:00');
    const clock = server.app.get(ReviewClockService);
    const timed = await begin('timed-1');
    const done = await passReviews(people, timed, { scheduledFor: '2026-03-18T09:00:00+08:00' });
    expect(done).toMatchObject({ state: 'scheduled' });
    await clock.release();
    expect(await publicStatus('/clauses/timed-1')).toBe(404);
    const slow = await begin('slow-1');
    const submitted = await answerOf(
      people.registrar('POST', `/drafts/${slow.id ?? ''}/submit`, { hash: slow.hash }),
    );
    expect(submitted.dueOn).toBe('2026-03-19');
    const kinds = async (call: StaffCall): Promise<string[]> => {
      const { items } = await answerOf<Page<{ kind: string; draftId: string }>>(
        call('GET', '/notices?pageSize=100'),
      );
      return items.filter(({ draftId }) => draftId === slow.id).map(({ kind }) => kind);
    };
    setClock(server, '2026-03-19T10:00:00+08:00');
    await clock.release();
    await clock.remind();
    await clock.remind();
    expect(await publicStatus('/clauses/timed-1')).toBe(200);
    expect(await kinds(people.first)).toEqual(['reminder', 'to-review']);
    setClock(server, '2026-03-20T10:00:00+08:00');
    await clock.remind();
    expect(await kinds(people.first)).toEqual(['overdue', 'reminder', 'to-review']);
    expect(await kinds(people.second)).toEqual(['escalated']);
    expect(await kinds(people.registrar)).toEqual(['overdue']);
    const counts = await answerOf<WorkCounts>(people.first('GET', '/work/counts'));
    expect(counts.overdue).toBeGreaterThan(0);
    expect(counts.unreadNotices).toBeGreaterThan(0);
  });

  it('let somebody stand in, under both names and both exclusions', async () => {
    setClock(server, '2026-04-01T10:00:00+08:00');
    const colleagues = await answerOf<{ id: string; name: string }[]>(foreign.first('GET', '/colleagues'));
    const to = colleagues.find(({ name }) => name === 'other-first')?.id;
    const made = people.first('POST', '/delegations', { to, firstDay: '2026-04-01', lastDay: '2026-04-03' });
    await answerOf(made, 201);
    const draft = await begin('away-1');
    const path = `/drafts/${draft.id ?? ''}`;
    await answerOf(people.registrar('POST', `${path}/submit`, { hash: draft.hash }));
    const decided = await answerOf(foreign.first('POST', `${path}/approve`, { hash: draft.hash }));
    expect(decided.decisions.at(-1)).toMatchObject({ by: 'other-first', onBehalfOf: 'hrss-first' });
    setClock(server, '2026-04-04T10:00:00+08:00');
    expect(await codeOf(foreign.first('GET', path))).toBe('PERMISSION.OUT_OF_SCOPE');
  });

  it('end clauses: withdrawn, repealed, superseded, expired, and back by three reviews only', async () => {
    const codes = ['end-1', 'end-2', 'end-3', 'end-4', 'end-5'];
    for (const code of codes) await passReviews(people, await begin(code));
    const office = people.third;
    expect(await codeOf(people.registrar('POST', '/clauses/end-1/withdraw', { reason: '试' }))).toBe(
      'PERMISSION.DENIED',
    );
    expect((await office('POST', '/clauses/end-1/withdraw', { reason: '误发' })).status).toBe(204);
    expect((await office('POST', '/clauses/end-2/repeal', { reason: '文件废止' })).status).toBe(204);
    expect(await codeOf(office('POST', '/clauses/end-3/supersede', { by: 'end-3', reason: '新办法' }))).toBe(
      'CLAUSE.UNFIT_SUCCESSOR',
    );
    expect((await office('POST', '/clauses/end-3/supersede', { by: 'end-5', reason: '新办法' })).status).toBe(
      204,
    );
    expect((await office('PUT', '/clauses/end-4/expiry', { on: '2026-04-30', reason: '到期' })).status).toBe(
      204,
    );
    setClock(server, '2026-05-01T00:00:01+08:00');
    await server.app.get(ReviewClockService).expire();
    expect(await publicStatus('/clauses/end-1')).toBe(404);
    const view = async (code: string): Promise<unknown> =>
      (await server.get(`/api/v1/clauses/${code}`)).json();
    expect(await view('end-2')).toMatchObject({ status: 'repealed', endReason: '文件废止' });
    expect(await view('end-3')).toMatchObject({ status: 'superseded', successor: { code: 'end-5' } });
    expect(await view('end-4')).toMatchObject({ status: 'expired', endReason: '到期' });
    const again = await answerOf(people.registrar('GET', '/clauses/end-1/draft'));
    expect(again).toMatchObject({ state: 'draft', publicVersion: null });
    expect((await passReviews(people, again)).publicVersion).toBe(2);
    expect(await publicStatus('/clauses/end-1')).toBe(200);
  });

  it('show what was withdrawn as of its days, unless it should never have been public', async () => {
    setClock(server, '2026-06-01T10:00:00+08:00');
    for (const code of ['gone-1', 'gone-2']) await passReviews(people, await begin(code));
    setClock(server, '2026-06-10T10:00:00+08:00');
    await people.third('POST', '/clauses/gone-1/withdraw', { reason: '已经停办' });
    await people.third('POST', '/clauses/gone-2/withdraw', { reason: '误发', hide: true });
    const read = async (address: string): Promise<unknown> =>
      (await server.get(`/api/v1/clauses/${address}`)).json();
    const then = { status: 'withdrawn', endReason: '已经停办', endedAt: '2026-06-10T02:00:00.000Z' };
    expect(await read('gone-1?asOf=2026-06-09')).toMatchObject({ ...then, version: 1, asOf: '2026-06-09' });
    expect(await read('gone-1?version=1')).toMatchObject(then);
    expect(await read('gone-1?asOf=2026-06-10')).toMatchObject({ code: 'CLAUSE.NOT_PUBLIC_THEN' });
    expect(await read('gone-1')).toMatchObject({ code: 'CLAUSE.NOT_FOUND' });
    for (const query of ['', '?asOf=2026-06-09', '?version=1'])
      expect(await read(`gone-2${query}`)).toMatchObject({ code: 'CLAUSE.NOT_FOUND' });
    const page = await (await server.get('/clauses/gone-1?asOf=2026-06-09')).text();
    // What the server renders has comments between the parts of a sentence.
    expect(page.replace(/<[^>]*>/g, '')).toContain('2026年6月10日已经撤下');
    // Without a day there is nothing, so no other address is named.
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect(page).not.toContain('rel="canonical"');

    const again = await answerOf(people.registrar('GET', '/clauses/gone-2/draft'));
    await passReviews(people, again);
    expect(await read('gone-2')).toMatchObject({ version: 2, status: 'published' });
    expect(await read('gone-2?asOf=2026-06-09')).toMatchObject({ code: 'CLAUSE.NOT_FOUND' });
  });

  it('carry policies and interpretations, linked both ways', async () => {
    const policy = await answerOf(
      people.registrar('POST', '/policies', { code: 'new-p', department: 'hrss', title: '新办法' }),
      201,
    );
    expect(await publicStatus('/policies/new-p')).toBe(404);
    await passReviews(people, policy);
    const begun = await answerOf(
      people.registrar('POST', '/interpretations', { code: 'new-i', policy: 'new-p', title: '一图读懂' }),
      201,
    );
    expect(begun.faults.map(({ path }) => path)).toEqual(['body']);
    const text = await saveDraft(people.registrar, '/interpretations/new-i', {
      policy: 'new-p',
      title: '一图读懂',
      body: '讲清楚',
    });
    await passReviews(people, text);
    const stored = await (await server.get('/api/v1/policies/new-p')).json();
    expect(stored).toMatchObject({
      title: '新办法',
      interpretations: [{ code: 'new-i', title: '一图读懂' }],
    });
    const shown = await (await server.get('/api/v1/interpretations/new-i')).json();
    expect(shown).toMatchObject({ body: '讲清楚', policy: { code: 'new-p' } });
  });
});
