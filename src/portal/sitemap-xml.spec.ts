import { describe, expect, it } from '@jest/globals';
import { XMLParser } from 'fast-xml-parser';
import { type SitemapEntry, sitemapFile, sitemapIndex } from './sitemap-xml.js';

const read = (xml: string): unknown =>
  new XMLParser({ isArray: (name) => name === 'url' || name === 'sitemap' }).parse(xml, true);

async function fileOf(lists: SitemapEntry[][]): Promise<string> {
  const given = async function* () {
    yield* lists;
  };
  let xml = '';
  for await (const piece of sitemapFile('https://policy.example', given())) xml += piece;
  return xml;
}

describe('sitemaps', () => {
  it('name whole addresses and when they changed, list after list', async () => {
    const changed = new Date('2026-01-01T00:00:00.000Z');
    const xml = await fileOf([[{ path: '/' }], [{ path: '/clauses/a', changed }, { path: '/clauses/b' }]]);
    expect(read(xml)).toMatchObject({
      urlset: {
        url: [
          { loc: 'https://policy.example/' },
          { loc: 'https://policy.example/clauses/a', lastmod: '2026-01-01T00:00:00.000Z' },
          { loc: 'https://policy.example/clauses/b' },
        ],
      },
    });
  });

  it('are well-formed without an address', async () => {
    expect(read(await fileOf([]))).toHaveProperty('urlset');
  });

  it('are listed by an index', () => {
    expect(read(sitemapIndex('https://policy.example', ['a.xml', 'b.xml']))).toMatchObject({
      sitemapindex: {
        sitemap: [{ loc: 'https://policy.example/a.xml' }, { loc: 'https://policy.example/b.xml' }],
      },
    });
  });
});
