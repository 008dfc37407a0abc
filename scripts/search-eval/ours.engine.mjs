import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../lib/root.mjs';

const built = (path) => import(pathToFileURL(join(ROOT, 'dist', path)).href);

const BATCH = 500;

/** Our engine: the index that the service uses, asked in this thread. */
export async function ours({ folder, options }) {
  const { SearchIndex } = await built('libs/search-index/index.js');
  const synonyms = options.useSynonyms ? readSynonyms(options.synonyms) : [];
  const file = join(folder, 'index.db');
  const settings = {
    file,
    schema: {
      fields: [
        { name: 'title', weight: 3, phonetic: true },
        { name: 'docNumber', weight: 3, documentNumber: true },
        { name: 'body', weight: 1 },
      ],
      filters: [],
      sorts: [],
    },
    synonyms,
  };
  let index;
  return {
    build(documents) {
      const writer = SearchIndex.create(settings);
      for (let at = 0; at < documents.length; at += BATCH) {
        writer.apply({ upserts: documents.slice(at, at + BATCH).map(asDocument), deletes: [], cursor: 1 });
      }
      writer.finish();
      writer.close();
      index = SearchIndex.openExisting(settings);
    },
    search: (text, limit) => index.search({ text, limit }).hits.map((hit) => hit.id),
    indexBytes: () => statSync(file).size,
  };
}

const asDocument = ({ id, title, body, docNumber }) => ({
  id,
  kind: 'document',
  fields: { title, body, docNumber },
  filters: {},
  sort: {},
  stored: null,
});

function readSynonyms(file = join(ROOT, 'src/search/synonyms.zh.json')) {
  return JSON.parse(readFileSync(file, 'utf8')).groups;
}
