import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/start-test-app.js';

interface Hits {
  total: number;
  items: { type: string; clause?: { code: string; title: string } }[];
}

describe('the public catalogue', () => {
  let server: TestApp;
  beforeAll(async () => {
    server = await startTestApp();
  });
  afterAll(() => server.close());

  const json = async <T>(path: string): Promise<T> => (await server.get(path)).json() as Promise<T>;
  const search = (query: string): Promise<Hits> => json<Hits>(`/api/v1/search?${query}`);

  it('has 15 departments, 92 policies, 109 clauses and 116 topics', async () => {
    expect(await json('/api/v1/catalogue/summary')).toEqual({
      departments: 15,
      policies: 92,
      clauses: 109,
      topics: 116,
    });
  });

  it('finds a clause by its words', async () => {
    const { items } = await search(`q=${encodeURIComponent('创业补贴')}&type=clause`);
    expect(items.map((item) => item.clause?.code)).toContain('hrss-c02');
  });

  it('browses everything on an empty query', async () => {
    expect((await search('q=')).total).toBe(109 + 92);
  });

  it('finds nothing for punctuation', async () => {
    expect((await search(`q=${encodeURIComponent('，。！？')}`)).total).toBe(0);
  });

  it('counts each department in the filters', async () => {
    const { total } = await search('type=clause&department=hrss');
    expect(total).toBe(15);
  });

  it('refuses a bad page with the place of the fault', async () => {
    const answer = await server.get('/api/v1/search?page=x');
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({ code: 'INPUT.INVALID', faults: [{ path: 'page' }] });
  });

  it('answers 404 with advice for an unknown clause', async () => {
    const answer = await server.get('/api/v1/clauses/nope');
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: 'CLAUSE.NOT_FOUND', status: 404 });
  });

  it('draws the handling flowchart', async () => {
    const answer = await server.get('/api/v1/clauses/hrss-c02/flowchart.svg');
    expect(answer.headers.get('content-type')).toContain('image/svg+xml');
    expect(await answer.text()).toMatch(/^<svg[^>]*role="img"/);
  });

  it('serves a clause page that is complete without scripts', async () => {
    const answer = await server.get('/clauses/hrss-c02');
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toContain('一次性创业补贴');
    expect(html).toContain('GovernmentService');
    expect(html).toContain('演示');
  });

  it('answers 404 with a page for an unknown clause', async () => {
    const answer = await server.get('/clauses/nope');
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('text/html');
  });

  it('is ready once database and index answer', async () => {
    expect((await server.get('/health/ready')).status).toBe(200);
  });

  it('gives each answer a request id', async () => {
    expect((await server.get('/health/live')).headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});
