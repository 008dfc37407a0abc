import { xmlDocument } from './xml-document.js';

/** One page for search engines; `changed` is an instant or a day. */
export interface SitemapEntry {
  path: string;
  changed?: string;
}

/** The protocol allows no more addresses in one file (sitemaps.org/protocol.html). */
export const SITEMAP_LIMIT = 50_000;

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** A file of addresses. */
export const sitemapFile = (publicUrl: string, entries: readonly SitemapEntry[]): string =>
  xmlDocument({
    urlset: {
      '@xmlns': NAMESPACE,
      url: entries.map(({ path, changed }) => ({
        loc: publicUrl + path,
        ...(changed ? { lastmod: changed } : {}),
      })),
    },
  });

/** The file that lists the files, needed once the addresses do not fit into one; they are numbered from 1. */
export const sitemapIndex = (publicUrl: string, files: number): string =>
  xmlDocument({
    sitemapindex: {
      '@xmlns': NAMESPACE,
      sitemap: Array.from({ length: files }, (_, i) => ({ loc: `${publicUrl}/sitemap-${i + 1}.xml` })),
    },
  });
