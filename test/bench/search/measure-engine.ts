import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SearchIndex } from '#libs/search-index';
import { SEARCH_SCHEMA } from '../../../src/search/search-documents.js';
import { toRequest } from '../../../src/search/search-request.js';
import { SearchQuery } from '../../../src/search/search.query.js';
import synonyms from '../../../src/search/synonyms.zh.json' with { type: 'json' };

/**
 * Milliseconds that the engine alone takes for each text, in this thread, on a copy of a server's index and with the
 * request that the server would make of it.
 */
export async function measureEngine(dataDir: string, texts: readonly string[]): Promise<number[]> {
  const file = join(dataDir, 'copy-of-index.db');
  for (const suffix of ['', '-wal']) {
    await copyFile(join(dataDir, `search-index.db${suffix}`), file + suffix).catch((error: unknown) => {
      if (suffix === '') throw error;
    });
  }
  const index = SearchIndex.openExisting({ file, schema: SEARCH_SCHEMA, synonyms: synonyms.groups });
  try {
    const ask = (q: string): number => {
      const started = performance.now();
      index.search(toRequest(Object.assign(new SearchQuery(), { q }), Date.now()));
      return performance.now() - started;
    };
    texts.forEach(ask);
    return texts.map(ask);
  } finally {
    index.close();
  }
}
