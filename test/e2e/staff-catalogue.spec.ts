import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CLAUSE_PUBLISHED, CLAUSE_WITHDRAWN } from '../../src/clauses/clause-events.js';
import { StaffClauseQuery } from '../../src/clauses/staff-clause.query.js';
import { StaffClausesService } from '../../src/clauses/staff-clauses.service.js';
import { UnitOfWork } from '../../src/database/unit-of-work.js';
import { OutboxEvent } from '../../src/outbox/outbox-event.entity.js';
import { SearchIndexService } from '../../src/search/search-index.service.js';
import { queriesOf } from '../support/count-queries.js';
import { answerOf, passReviews, reviewPeople, saveDraft } from '../support/reviews.js';
import { type StaffCall, staffCaller } from '../support/staff.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';

const DEPARTMENT = { code: 'test-dept', name: '荆门市测试局', region: '420800', phones: ['0724-1234567'] };
const POLICY = { code: 'test-policy', title: '测试补贴办法', level: 'city', region: '420800' };
const TOPIC = { code: 'test-topic', group: '测试', name: '测试主题' };
const CLAUSE = {
  code: 'test-clause',
  department: '荆门市测试局',
  policy: 'test-policy',
  ordinal: 1,
  title: '独角兽企业落户补贴',
  audience: '企业',
  supportKind: 'funding',
  benefit: '一次性补贴十万元',
  topics: ['测试主题'],
  status: 'draft',
};

interface List {
  total: number;
  items: {
    code: string;
    title: string;
    status: string;
    pending: boolean;
    version: number;
    updatedAt: string;
  }[];
}

describe('staff at work on the catalogue', () => {
  let server: TestApp;
  let call: StaffCall;

  beforeAll(async () => {
    server = await startTestApp();
    call = await staffCaller(server, 'editor');
  });
  afterAll(() => server.close());

  const put = async (path: string, body: unknown): Promise<unknown> => {
    const answer = await call('PUT', path, body);
    return { status: answer.status, ...((await answer.json()) as object) };
  };
  const list = async (query: string): Promise<List> =>
    (await (await call('GET', `/clauses?${query}`)).json()) as List;
  const publicStatus = async (path: string): Promise<number> => (await server.get(path)).status;
  const found = async (): Promise<string[]> => {
    await server.app.get(SearchIndexService).upToDate();
    const answer = await server.get(`/api/v1/search?type=clause&q=${encodeURIComponent('独角兽')}`);
    const { items } = (await answer.json()) as { items: { clause: { code: string } }[] };
    return items.map(({ clause }) => clause.code);
  };
  const events = async (type: string): Promise<{ clauseVersionId: string; kind?: string }[]> => {
    const rows = server.app.get(UnitOfWork, { strict: false }).repository(OutboxEvent);
    const found = await rows.find({ where: { type }, order: { id: 'ASC' } });
    return found.map(({ payload }) => payload as { clauseVersionId: string; kind?: string });
  };
  const announced = async (): Promise<unknown[]> => (await events(CLAUSE_PUBLISHED)).map(({ kind }) => kind);

  it.each([
    ['departments', DEPARTMENT, { name: '荆门市测试管理局' }],
    ['topics', TOPIC, { aliases: ['试验'] }],
  ])('creates, leaves and updates %s', async (list, record, change) => {
    const path = `/${list}/${record.code}`;
    expect(await put(path, record)).toEqual({ status: 200, code: record.code, outcome: 'created' });
    expect(await put(path, record)).toMatchObject({ outcome: 'unchanged' });
    expect(await put(path, { ...record, ...change })).toMatchObject({ outcome: 'updated' });
    expect(await put(path, record)).toMatchObject({ outcome: 'updated' });
    expect(await publicStatus(`/api/v1${path}`)).toBe(200);
  });

  it('leads a clause from registration to the public, away and back again, by three people', async () => {
    const people = await reviewPeople(server, 'test-dept');
    const policy = { code: 'test-policy', department: 'test-dept', title: POLICY.title };
    await passReviews({ ...people, registrar: call }, await answerOf(call('POST', '/policies', policy), 201));
    const { code, status, ...content } = CLAUSE;
    const place = { department: 'test-dept', policy: 'test-policy', title: CLAUSE.title };
    await answerOf(call('POST', '/clauses', { code, ...place }), 201);
    expect(await publicStatus('/api/v1/clauses/test-clause')).toBe(404);
    expect((await list('q=test-clause')).items).toMatchObject([
      { status: 'draft', version: 0, draft: { state: 'draft' } },
    ]);
    const publish = async (benefit: string, options = {}): Promise<void> => {
      const draft = await saveDraft(call, '/clauses/test-clause', { ...content, benefit });
      await passReviews({ ...people, registrar: call }, draft, options);
    };
    await publish('一次性补贴十万元');
    expect(await publicStatus('/api/v1/clauses/test-clause')).toBe(200);
    expect(await found()).toContain('test-clause');
    expect(await announced()).toEqual(['published']);
    await publish('一次性补贴二十万元', { silent: true });
    expect(await announced()).toEqual(['published']);
    await publish('一次性补贴三十万元');
    expect(await announced()).toEqual(['published', 'amended']);

    const withdraw = (): Promise<Response> =>
      call('POST', '/clauses/test-clause/withdraw', { reason: '误发' });
    expect((await withdraw()).status).toBe(204);
    expect(((await (await withdraw()).json()) as { code: string }).code).toBe('CLAUSE.NOT_PUBLISHED');
    expect(await publicStatus('/api/v1/clauses/test-clause')).toBe(404);
    expect(await found()).not.toContain('test-clause');
    expect(await events(CLAUSE_WITHDRAWN)).toHaveLength(1);
    await passReviews(
      { ...people, registrar: call },
      await answerOf(call('GET', '/clauses/test-clause/draft')),
    );
    expect(await found()).toContain('test-clause');
    expect(await (await server.get('/api/v1/clauses/test-clause')).json()).toMatchObject({
      benefit: '一次性补贴三十万元',
      topics: [{ code: 'test-topic' }],
    });
  });

  describe('the list', () => {
    it('has all clauses, the last changed first', async () => {
      const { total, items } = await list('pageSize=100');
      expect(total).toBe(110);
      expect(items[0]?.code).toBe('test-clause');
      const times = items.map(({ updatedAt }) => updatedAt);
      expect(times).toEqual([...times].sort().reverse());
      const second = await list('pageSize=100&page=2');
      expect(new Set([...items, ...second.items].map(({ code }) => code)).size).toBe(110);
    });

    it('is narrowed by status, department and text', async () => {
      expect((await list('status=published')).total).toBe(110);
      expect((await list('status=draft')).total).toBe(0);
      expect((await list('department=hrss')).total).toBe(15);
      expect((await list('department=nope')).total).toBe(0);
      expect((await list(`q=${encodeURIComponent('独角兽')}`)).items.map(({ code }) => code)).toEqual([
        'test-clause',
      ]);
      expect((await list('q=TEST-CLAUSE&department=test-dept&status=published')).total).toBe(1);
      expect((await list('status=&department=&q=')).total).toBe(110);
    });

    it('takes signs of patterns as they are', async () => {
      const all = [...(await list('pageSize=100')).items, ...(await list('pageSize=100&page=2')).items];
      for (const sign of ['%', '_', '|', '\\', "'"]) {
        const expected = all.filter(({ code, title }) => `${code} ${title}`.includes(sign)).length;
        expect([sign, (await list(`q=${encodeURIComponent(sign)}`)).total]).toEqual([sign, expected]);
      }
    });

    it('refuses filters that do not exist', async () => {
      expect((await call('GET', '/clauses?status=burnt')).status).toBe(400);
      expect((await call('GET', `/clauses?q=${'x'.repeat(61)}`)).status).toBe(400);
    });

    it('needs as many queries for fifty clauses as for one', async () => {
      const service = server.app.get(StaffClausesService, { strict: false });
      const query = (pageSize: number): StaffClauseQuery =>
        Object.assign(new StaffClauseQuery(), { pageSize, status: 'published' });
      const one = await queriesOf(server.app, () => service.list(query(1), 'all'));
      const fifty = await queriesOf(server.app, () => service.list(query(50), 'all'));
      expect(one.length).toBeGreaterThan(3);
      expect(fifty).toHaveLength(one.length);
      expect(fifty.length).toBeLessThanOrEqual(9);
    });
  });
});
