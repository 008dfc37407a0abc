import { describe, expect, it } from '@jest/globals';
import { SitemapEntries } from './sitemap-entries.js';
import type { InProcessApi } from './in-process-api.js';
import { PortalUnavailableError } from './portal.errors.js';

/** A catalogue of `clauses` clauses; `asked` collects what was read of it. */
function catalogue(clauses: number, asked: string[] = []): InProcessApi {
  const get = async (path: string) => {
    asked.push(path);
    const [list, query] = path.split('?');
    const page = Number(new URLSearchParams(query).get('page') ?? 1);
    const size = Math.max(0, Math.min(100, clauses - (page - 1) * 100));
    const hits = Array.from({ length: size }, (_, i) => ({
      clause: { code: `c${(page - 1) * 100 + i}`, publishedAt: '2026-01-01T00:00:00.000Z' },
    }));
    const lists: Record<string, unknown[]> = {
      '/topics': [
        {
          name: '组',
          topics: [
            { code: 'T1', clauseCount: 1 },
            { code: 'T2', clauseCount: 0 },
          ],
        },
      ],
      '/departments': [{ code: 'hrss' }],
      '/policies': [{ code: 'p1' }],
      '/search': hits,
    };
    return { status: 200, body: { items: lists[list ?? ''] } };
  };
  return { for: () => ({ get }) } as unknown as InProcessApi;
}

describe('SitemapEntries', () => {
  it('reads lists to their end and leaves out topics without clauses', async () => {
    const paths = (await new SitemapEntries(catalogue(250)).all()).map((entry) => entry.path);
    expect(paths).toContain('/clauses/c0');
    expect(paths).toContain('/clauses/c249');
    expect(paths.filter((path) => path.startsWith('/clauses/'))).toHaveLength(250);
    expect(paths).toEqual(expect.arrayContaining(['/', '/departments/hrss', '/topics/T1', '/policies/p1']));
    expect(paths).not.toContain('/topics/T2');
  });

  it('reads once for many crawlers', async () => {
    const asked: string[] = [];
    const entries = new SitemapEntries(catalogue(1, asked));
    await Promise.all([entries.all(), entries.all()]);
    await entries.all();
    expect(asked.filter((path) => path === '/topics')).toHaveLength(1);
  });

  it('says that it is unavailable instead of publishing half a catalogue', async () => {
    const broken = { for: () => ({ get: async () => ({ status: 503, body: null }) }) };
    const entries = new SitemapEntries(broken as unknown as InProcessApi);
    await expect(entries.all()).rejects.toThrow(PortalUnavailableError);
  });
});
