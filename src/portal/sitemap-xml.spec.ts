import { describe, expect, it } from '@jest/globals';
import { XMLParser } from 'fast-xml-parser';
import { sitemapFile, sitemapIndex } from './sitemap-xml.js';

const read = (xml: string): unknown =>
  new XMLParser({ isArray: (name) => name === 'url' || name === 'sitemap' }).parse(xml, true);

describe('sitemaps', () => {
  it('name whole addresses and when they changed', () => {
    const entries = [{ path: '/' }, { path: '/clauses/a', changed: '2026-01-01T00:00:00.000Z' }];
    expect(read(sitemapFile('https://policy.example', entries))).toMatchObject({
      urlset: {
        url: [
          { loc: 'https://policy.example/' },
          { loc: 'https://policy.example/clauses/a', lastmod: '2026-01-01T00:00:00.000Z' },
        ],
      },
    });
  });

  it('are listed by an index that counts from 1', () => {
    expect(read(sitemapIndex('https://policy.example', 2))).toMatchObject({
      sitemapindex: {
        sitemap: [
          { loc: 'https://policy.example/sitemap-1.xml' },
          { loc: 'https://policy.example/sitemap-2.xml' },
        ],
      },
    });
  });
});
