import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DepartmentsService } from '../../src/departments/departments.service.js';
import { SearchIndexService } from '../../src/search/search-index.service.js';
import { queriesOf } from '../support/count-queries.js';
import { makeCatalogue } from '../support/made-catalogue.js';
import { setClock } from '../support/set-clock.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';

const PATHS = [
  '/',
  '/clauses/c1',
  '/policies/p1',
  '/policies',
  '/departments',
  '/departments/d1',
  '/topics',
  '/topics/t1',
  '/search?q=%E8%A1%A5%E8%B4%B4',
  '/api/v1/catalogue/home',
  '/api/v1/clauses/c1',
  '/api/v1/policies?pageSize=100',
  '/api/v1/search?q=%E8%A1%A5%E8%B4%B4&pageSize=100',
  '/topics/t1/feed.atom',
  '/departments/d1/feed.atom',
];

/** No page of these needs more; one that does has grown a query for each row or asks twice. */
const AT_MOST = 25;

describe('the number of queries', () => {
  let server: TestApp;
  const small = new Map<string, string[]>();
  const large = new Map<string, string[]>();

  async function measure(into: Map<string, string[]>): Promise<void> {
    await server.app.get(SearchIndexService).upToDate();
    for (const path of PATHS) {
      // The first time fills what is kept.
      await server.app.inject({ method: 'GET', url: path });
      const ask = async (): Promise<void> => {
        expect((await server.app.inject({ method: 'GET', url: path })).statusCode).toBe(200);
      };
      into.set(path, await queriesOf(server.app, ask));
    }
  }

  beforeAll(async () => {
    server = await startTestApp({ demoCatalogue: false });
    // What is kept for seconds does not run out between two requests.
    setClock(server, '2026-06-01T10:00:00+08:00');
    await makeCatalogue(server.app, 2);
    await measure(small);
    await makeCatalogue(server.app, 60);
    await measure(large);
  });
  afterAll(() => server.close());

  it.each(PATHS)('of %s does not grow with the catalogue', (path) => {
    expect(large.get(path)).toHaveLength(small.get(path)?.length ?? -1);
    expect(large.get(path)?.length).toBeLessThanOrEqual(AT_MOST);
  });

  it('of a search is none at all: the index and the kept names know everything', () => {
    expect(large.get('/api/v1/search?q=%E8%A1%A5%E8%B4%B4&pageSize=100')).toEqual([]);
  });

  it('is seen at all', () => {
    expect(large.get('/api/v1/clauses/c1')?.length).toBeGreaterThan(0);
  });

  it('does not keep a search from showing a new name', async () => {
    await server.app
      .get(DepartmentsService)
      .save([{ code: 'd1', name: '改名局', shortName: '新名', region: '420800' }]);
    await server.app.get(SearchIndexService).upToDate();
    const answer = await server.app.inject({ method: 'GET', url: '/api/v1/search?type=clause' });
    const { facets } = answer.json<{ facets: { department: { value: string; label: string }[] } }>();
    expect(facets.department).toContainEqual(expect.objectContaining({ value: 'd1', label: '新名' }));
  });
});
