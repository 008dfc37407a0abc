import { XML_DECLARATION, xmlDocument, xmlElements } from './xml-document.js';

/** One page for search engines; `changed` is when it last did. */
export interface SitemapEntry {
  path: string;
  changed?: Date;
}

/** The protocol allows no more addresses in one file (sitemaps.org/protocol.html). */
export const SITEMAP_LIMIT = 50_000;

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** A file of addresses, piece by piece: the whole of a long one never stands in memory. */
export async function* sitemapFile(
  publicUrl: string,
  lists: AsyncIterable<readonly SitemapEntry[]>,
): AsyncGenerator<string> {
  yield `${XML_DECLARATION}<urlset xmlns="${NAMESPACE}">`;
  for await (const entries of lists) {
    const url = entries.map(({ path, changed }) => ({
      loc: publicUrl + path,
      ...(changed ? { lastmod: changed.toISOString() } : {}),
    }));
    yield xmlElements({ url });
  }
  yield '</urlset>';
}

/** The file that lists the files, by their names. */
export const sitemapIndex = (publicUrl: string, files: readonly string[]): string =>
  xmlDocument({
    sitemapindex: { '@xmlns': NAMESPACE, sitemap: files.map((file) => ({ loc: `${publicUrl}/${file}` })) },
  });
