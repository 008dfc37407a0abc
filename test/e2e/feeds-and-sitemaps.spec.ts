import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { XMLParser } from 'fast-xml-parser';
import { ClauseEditorService } from '../../src/clauses/clause-editor.service.js';
import { Clause } from '../../src/clauses/clause.entity.js';
import { newId } from '../../src/database/new-id.js';
import { UnitOfWork } from '../../src/database/unit-of-work.js';
import { makeCatalogue, madeClause } from '../support/made-catalogue.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';

const LIMIT = 50_000;
const FIRST = 60;
const MORE = LIMIT + 5;

interface Sitemap {
  urlset: { url: { loc: string; lastmod?: string }[] };
}
interface SitemapIndex {
  sitemapindex: { sitemap: { loc: string }[] };
}
interface Feed {
  feed: { entry: { id: string }[] };
}

const parser = new XMLParser({ isArray: (name) => ['url', 'sitemap', 'entry'].includes(name) });

describe('what programs read', () => {
  let server: TestApp;
  beforeAll(async () => {
    server = await startTestApp({ demoCatalogue: false });
    await makeCatalogue(server.app, FIRST);
  });
  afterAll(() => server.close());

  async function read<T>(path: string): Promise<T> {
    const answer = await server.get(path);
    expect(answer.status).toBe(200);
    return parser.parse(await answer.text(), true) as T;
  }

  /** Clauses beyond what the editor could write in the time of a test; sitemaps need no more of them. */
  async function addBareClauses(count: number): Promise<void> {
    const uow = server.app.get(UnitOfWork);
    await uow.run(async () => {
      const model = await uow.repository(Clause).findOneByOrFail({ code: 'c1' });
      for (let from = 0; from < count; from += 500) {
        const rows = Array.from({ length: Math.min(500, count - from) }, (_, index) => ({
          ...model,
          id: newId(),
          code: `m${from + index}`,
          ordinal: 1000 + from + index,
        }));
        await uow.repository(Clause).createQueryBuilder().insert().values(rows).updateEntity(false).execute();
      }
    });
  }

  it.each(['/topics/t1/feed.atom', '/departments/d1/feed.atom'])(
    'shows in %s the newest clauses, of however many',
    async (path) => {
      await server.app.get(ClauseEditorService).save([madeClause(FIRST + 1)], { silent: true });
      const { feed } = await read<Feed>(path);
      expect(feed.entry).toHaveLength(50);
      expect(feed.entry[0]?.id).toBe(`http://portal.test/clauses/c${FIRST + 1}`);
    },
  );

  it.each(['/topics/nope/feed.atom', '/departments/nope/feed.atom', '/sitemap-clauses-2.xml'])(
    'answers 404 with a problem for %s',
    async (path) => {
      const answer = await server.get(path);
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
    },
  );

  it('lists departments, used topics and policies', async () => {
    const pages = (await read<Sitemap>('/sitemap-pages.xml')).urlset.url.map(({ loc }) => loc);
    expect(pages).toEqual(
      expect.arrayContaining([
        'http://portal.test/',
        'http://portal.test/departments/d60',
        'http://portal.test/topics/t1',
      ]),
    );
    expect(pages).not.toContain('http://portal.test/topics/t60');
    expect((await read<Sitemap>('/sitemap-policies-1.xml')).urlset.url).toHaveLength(FIRST);
  });

  it('holds more clauses than one sitemap may list', async () => {
    await addBareClauses(MORE);
    const { sitemapindex } = await read<SitemapIndex>('/sitemap.xml');
    expect(sitemapindex.sitemap.map(({ loc }) => loc)).toEqual([
      'http://portal.test/sitemap-pages.xml',
      'http://portal.test/sitemap-policies-1.xml',
      'http://portal.test/sitemap-clauses-1.xml',
      'http://portal.test/sitemap-clauses-2.xml',
    ]);
    const first = await read<Sitemap>('/sitemap-clauses-1.xml');
    const second = await read<Sitemap>('/sitemap-clauses-2.xml');
    expect(first.urlset.url).toHaveLength(LIMIT);
    expect(first.urlset.url[0]?.lastmod).toMatch(/^20\d\d-\d\d-\d\dT/);
    const all = new Set([...first.urlset.url, ...second.urlset.url].map(({ loc }) => loc));
    expect(all.size).toBe(FIRST + 1 + MORE);
  }, 60_000);
});
