import MiniSearch from 'minisearch';
import { heapSize } from './heap-size.mjs';
import { bigramsOf } from './peer-tokens.mjs';

/** MiniSearch with Chinese cut into pairs: its own tokenizer takes a whole sentence for one word. */
export async function minisearch() {
  const index = new MiniSearch({
    fields: ['title', 'docNumber', 'body'],
    tokenize: bigramsOf,
    processTerm: (term) => term,
    searchOptions: { boost: { title: 3, docNumber: 3 }, combineWith: 'OR' },
  });
  return {
    build: (documents) => index.addAll(documents),
    search: (text, limit) =>
      index
        .search(text)
        .slice(0, limit)
        .map((hit) => hit.id),
    indexBytes: heapSize,
  };
}
