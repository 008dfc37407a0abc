import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import type { CheckView } from '../../src/reviews/writing-aids.view.js';
import { fillCatalogue } from '../bench/staff/fill-catalogue.js';
import { queriesOf } from '../support/count-queries.js';
import { answerOf, saveDraft } from '../support/reviews.js';
import { createStaff, openStaffSession, type StaffCall, staffCaller } from '../support/staff.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';

describe('what the console warns of while somebody writes', () => {
  let server: TestApp;
  let call: StaffCall;
  beforeAll(async () => {
    server = await startTestApp();
    call = await staffCaller(server, 'writer', 'registrar', 'hrss');
  });
  afterAll(() => server.close());

  const check = (text: object): Promise<CheckView> => answerOf(call('POST', '/clauses/check', text));
  const similar = async (title: string, code?: string): Promise<string[]> =>
    (await check({ title, ...(code && { code }) })).similar.map((one) => one.code);
  const register = (code: string, title: string): Promise<unknown> =>
    answerOf(call('POST', '/clauses', { code, title, department: 'hrss', policy: 'hrss-p01' }), 201);

  it('is a clause with nearly the same title, published or just begun, but not itself', async () => {
    expect(await similar('远程值守智能灯塔奖补')).toEqual([]);
    await register('alike-1', '远程值守智能灯塔奖补');
    const found = await check({ title: '远程值守智能灯塔的奖补' });
    expect(found.similar).toMatchObject([
      { code: 'alike-1', title: '远程值守智能灯塔奖补', status: 'draft', department: { code: 'hrss' } },
    ]);
    expect(found.similar[0]?.likeness).toBeGreaterThan(0.7);
    expect(await similar('远程值守智能灯塔奖补', 'alike-1')).toEqual([]);
    const { title } = await answerOf<{ title: string }>(server.get('/api/v1/clauses/hrss-c02'));
    expect(await similar(`${title}。`)).toContain('hrss-c02');
  });

  it('goes by the title that a draft has now, and by nothing once it is thrown away', async () => {
    await register('alike-2', '深海养殖网箱贴息');
    expect(await similar('深海养殖网箱贴息')).toEqual(['alike-2']);
    const { content } = await answerOf(call('GET', '/clauses/alike-2/draft'));
    const renamed = { ...content, title: '极地科考船租赁补贴' };
    const { id, revision } = await saveDraft(call, '/clauses/alike-2', renamed);
    expect(await similar('深海养殖网箱贴息')).toEqual([]);
    expect(await similar('极地科考船租赁补贴')).toEqual(['alike-2']);
    expect((await call('POST', `/drafts/${id ?? ''}/discard`, { revision })).status).toBe(204);
    expect(await similar('极地科考船租赁补贴')).toEqual([]);
  });

  it('is a policy with the same document number, in whichever brackets and digits', async () => {
    const policies = await answerOf<{ items: { code: string; documentNumber: string | null }[] }>(
      server.get('/api/v1/policies?pageSize=50'),
    );
    const numbered = policies.items.find(({ documentNumber }) =>
      /〔\d{4}〕\d+号$/u.test(documentNumber ?? ''),
    );
    const { code = '', documentNumber } = numbered ?? {};
    const typed = (documentNumber ?? '').replace('〔', '［').replace('〕', '］').replace('号', '');
    for (const spelling of [documentNumber ?? '', typed, ` ${typed}号 `]) {
      const { sameNumber } = await check({ title: '新的政策', documentNumber: spelling });
      expect(sameNumber).toMatchObject([{ code, documentNumber }]);
    }
    expect((await check({ title: '新的政策', documentNumber: typed, code })).sameNumber).toEqual([]);
  });

  it('suggests topics', async () => {
    const { topics } = await check({ title: '高校毕业生创业补贴', benefit: '给予一次性创业补贴。' });
    expect(topics.length).toBeGreaterThan(0);
  });
});

/** What asking costs in a large catalogue. */
describe('the number of queries of a warning', () => {
  it('is small, and all titles are read once only', async () => {
    const server = await startTestApp({ demoCatalogue: false });
    try {
      await fillCatalogue(server.app.get(DataSource), 300);
      await createStaff(server.app, 'chief');
      const token = await openStaffSession(server.app, 'chief');
      const ask = async (): Promise<void> => {
        const answer = await server.app.inject({
          method: 'POST',
          url: '/api/v1/staff/clauses/check',
          headers: { authorization: `Bearer ${token}` },
          payload: { title: '测试用的补贴条款', documentNumber: '荆政办发〔2024〕1号' },
        });
        expect(answer.statusCode).toBe(200);
      };
      await ask();
      const statements = await queriesOf(server.app, ask);
      expect(statements.length).toBeGreaterThan(0);
      expect(statements.length).toBeLessThanOrEqual(12);
      const ofTitles = statements.filter((statement) => /latest_title/u.test(statement));
      expect(ofTitles.length).toBeGreaterThan(0);
      for (const statement of ofTitles) expect(statement).toMatch(/updated_at[`"] >= |IN \(/u);
    } finally {
      await server.close();
    }
  });
});
