import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AnswersView, ClauseAnswerView } from '../../src/eligibility/answer.view.js';
import type { DraftView } from '../../src/reviews/draft.view.js';
import { answerOf, passReviews, reviewPeople, type ReviewPeople, saveDraft } from '../support/reviews.js';
import { sampleClause } from '../support/sample-clause.js';
import { createStaff, openStaffSession } from '../support/staff.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';

const SOFTWARE = { industry: '6513', staff: 20, revenue: 500, rdExpense: 100 };

describe('what can I get', () => {
  let server: TestApp;
  let staff: string;
  beforeAll(async () => {
    server = await startTestApp();
    await createStaff(server.app, 'admin');
    staff = await openStaffSession(server.app, 'admin');
  });
  afterAll(() => server.close());

  const post = (path: string, body: unknown): Promise<Response> =>
    fetch(`${server.url}/api/v1/eligibility/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const answers = async (subject: string, values: object, skipped: string[] = []): Promise<AnswersView> =>
    (await (await post('answers', { subject, values, skipped })).json()) as AnswersView;
  const codes = (list: readonly ClauseAnswerView[]): string[] => list.map(({ clause }) => clause.code);

  it('asks the opening questions first, and knows of every clause', async () => {
    const first = await answers('enterprise', {});
    expect(first.next.map(({ key }) => key)).toEqual(['entityKind', 'industry', 'staff']);
    const { eligible, unknown, ineligible, unruled } = first.counts;
    expect(eligible + unknown + ineligible + unruled).toBeGreaterThan(40);
    const citizen = await answers('citizen', {});
    expect(citizen.next[0]).toMatchObject({ key: 'birthDate', type: 'date', sensitivity: 'personal' });
  });

  it('tells a small software firm what it gets, why, and how much', async () => {
    const found = await answers('enterprise', { ...SOFTWARE, entityKind: 'company', titles: [] });
    expect(codes(found.eligible)).toContain('tax-c07');
    const credit = found.eligible.find(({ clause }) => clause.code === 'tax-c07');
    // 100 万元 of research at 5 % or 25 %, as the income is not known.
    expect(credit?.amount).toMatchObject({ min: 50_000, max: 250_000, per: 'year' });
    expect(credit?.sentences.map(({ state }) => state)).toEqual(['met', 'met', 'met']);
    expect(found.together.totals).toContainEqual(expect.objectContaining({ per: 'year', min: 50_000 }));
    const awarded = found.ineligible.find(({ clause }) => clause.code === 'tax-c11');
    expect(awarded?.failures).toEqual([
      {
        sentences: ['高新技术企业证书在有效期内'],
        ways: [{ text: '具备“高新技术企业”', from: null, never: false }],
      },
    ]);
  });

  it('narrows as questions are answered, and leaves out what nobody wants to answer', async () => {
    const before = await answers('enterprise', { industry: '6513' });
    const after = await answers('enterprise', { ...SOFTWARE, plans: [] });
    expect(after.counts.unknown).toBeLessThan(before.counts.unknown);
    expect(after.counts.ineligible).toBeGreaterThan(before.counts.ineligible);
    const skipped = await answers('enterprise', {}, ['entityKind', 'industry']);
    expect(skipped.next[0]?.key).toBe('staff');
  });

  it('tells parents of small children', async () => {
    const values = { birthDate: '1995-05-01', employment: 'employed', children: ['2026-01-01'], plans: [] };
    const found = await answers('citizen', values);
    expect(codes(found.eligible)).toContain('health-c01');
    expect(found.together.totals).toContainEqual({ per: 'year', min: 3600, max: 3600 });
  });

  it('answers for one clause, with the fewest questions', async () => {
    const body = { subject: 'citizen', values: { birthDate: '1940-01-01' } };
    const answer = (await (await post('clauses/civil-c03', body)).json()) as ClauseAnswerView;
    expect(answer).toMatchObject({ verdict: 'unknown', questions: [{ key: 'hukouRegion' }] });
    const young = { subject: 'citizen', values: { birthDate: '1950-03-01', hukouRegion: '420802' } };
    const waiting = (await (await post('clauses/civil-c03', young)).json()) as ClauseAnswerView;
    expect(waiting).toMatchObject({ verdict: 'ineligible', eligibleFrom: '2030-03-01' });
    const firm = (await (
      await post('clauses/civil-c03', { subject: 'enterprise', values: {} })
    ).json()) as ClauseAnswerView;
    expect(firm.verdict).toBe('unruled');
    expect((await post('clauses/none', body)).status).toBe(404);
  });

  it('refuses answers that are none, without repeating them', async () => {
    const refused = await post('answers', {
      subject: 'enterprise',
      values: { staff: '二十三人', nothing: 1 },
    });
    expect(refused.status).toBe(400);
    const text = await refused.text();
    expect(text).toContain('请填数字');
    expect(text).toContain('没有这个属性');
    expect(text).not.toContain('二十三');
  });

  it('finds branches and places by name, and refuses wrong credit codes', async () => {
    const branches = await server.get(`/api/v1/eligibility/industries?q=${encodeURIComponent('软件开发')}`);
    expect(await branches.json()).toHaveProperty('items.0', { code: '651', name: '软件开发' });
    const places = await server.get(`/api/v1/eligibility/areas?q=${encodeURIComponent('东宝')}`);
    expect(await places.json()).toMatchObject({ items: [{ code: '420802' }] });
    expect((await post('enterprises', { creditCode: '91350100M000100Y44' })).status).toBe(400);
    expect((await post('enterprises', { creditCode: '91350100M000100Y43' })).status).toBe(404);
    const found = await post('enterprises', { creditCode: '91420800MADEM001X5' });
    expect(await found.json()).toMatchObject({ name: '示例软件有限公司', answers: { industry: '6513' } });
  });

  describe('rules of staff', () => {
    const conditions = ['在本市创业满6个月', '带动3人就业'];
    const leaf = { attribute: 'jobsCreated', atLeast: 3, sentence: '带动3人就业' };
    const content = (when: unknown): Record<string, unknown> => {
      const eligibility = { vocabulary: 1, citizen: { when } };
      const { code, ...said } = sampleClause({ ordinal: 950, conditions, eligibility });
      return said;
    };
    const subject = '/clauses/ruled';
    let people: ReviewPeople;
    beforeAll(async () => {
      people = await reviewPeople(server, 'hrss');
      const { department, policy, title } = sampleClause();
      await answerOf(people.registrar('POST', '/clauses', { code: 'ruled', department, policy, title }), 201);
    });
    const publish = async (when: unknown): Promise<void> => {
      await passReviews(people, await saveDraft(people.registrar, subject, content(when)));
    };
    const faultsOf = async (when: unknown): Promise<string> => {
      const { faults } = await saveDraft(people.registrar, subject, content(when));
      return faults.map(({ path, message }) => `${path} ${message}`).join();
    };

    it('are reviewed and published with their clause, and judge at once', async () => {
      await publish(leaf);
      const body = { subject: 'citizen', values: { jobsCreated: 2 } };
      const answer = (await (await post('clauses/ruled', body)).json()) as ClauseAnswerView;
      expect(answer.verdict).toBe('ineligible');
      expect(answer.sentences).toEqual([
        { text: conditions[0], state: 'unchecked' },
        { text: conditions[1], state: 'failed' },
      ]);
      await publish({ ...leaf, atLeast: 2 });
      expect(await (await post('clauses/ruled', body)).json()).toMatchObject({ verdict: 'eligible' });
    });

    it('are refused with the place of the fault', async () => {
      expect(await faultsOf({ all: [leaf, { ...leaf, attribute: 'x' }] })).toContain(
        'citizen.when.all[1].attribute',
      );
      expect(await faultsOf({ ...leaf, atLeast: '3' })).toContain('citizen.when.atLeast');
      expect(await faultsOf({ ...leaf, sentence: '带动5人就业' })).toContain('citizen.when.sentence');
      expect(await faultsOf({ all: [leaf, { not: leaf }] })).toContain('矛盾');
    });

    it('are refused 10,000 deep, and the server goes on', async () => {
      const draft = (await answerOf(people.registrar('GET', `${subject}/draft`))) as DraftView;
      // As text: writing it as JSON would end this process.
      const text = JSON.stringify({ revision: draft.revision, content: content('DEEP') });
      const deep = `${'{"not":'.repeat(10_000)}${JSON.stringify(leaf)}${'}'.repeat(10_000)}`;
      const answer = await fetch(`${server.url}/api/v1/staff${subject}/draft`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${staff}` },
        body: text.replace('"DEEP"', deep),
      });
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain('eligibility.citizen.when.not.not');
      expect((await server.get('/health/live')).status).toBe(200);
    });
  });
});
