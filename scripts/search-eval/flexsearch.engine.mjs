import { Document, Encoder } from 'flexsearch';
import { heapSize } from './heap-size.mjs';
import { bigramsOf } from './peer-tokens.mjs';

/** FlexSearch with Chinese cut into pairs; `suggest` lets a text match that lacks some of the words. */
export async function flexsearch() {
  const encoder = new Encoder({ finalize: bigramsIn, dedupe: false, cache: false });
  const index = new Document({
    document: { id: 'id', index: ['title', 'docNumber', 'body'] },
    tokenize: 'strict',
    resolution: 9,
    encoder,
  });
  return {
    build: (documents) => {
      for (const document of documents) index.add(document);
    },
    search: (text, limit) =>
      index
        .search(text, { limit, suggest: true, merge: true })
        .slice(0, limit)
        .map((hit) => hit.id),
    indexBytes: heapSize,
  };
}

const bigramsIn = (terms) => bigramsOf(terms.join(' '));
