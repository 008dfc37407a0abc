import { create, insertMultiple, search } from '@orama/orama';
import { heapSize } from './heap-size.mjs';
import { bigramsOf } from './peer-tokens.mjs';

/** Orama with Chinese cut into pairs. `threshold: 1` also takes texts that lack some of the words. */
export async function orama() {
  const index = create({
    schema: { id: 'string', title: 'string', docNumber: 'string', body: 'string' },
    components: {
      tokenizer: {
        language: 'chinese',
        normalizationCache: new Map(),
        tokenize: (text) => [...new Set(bigramsOf(text))],
      },
    },
  });
  const properties = ['title', 'docNumber', 'body'];
  return {
    build: (documents) => insertMultiple(index, documents, 1_000),
    async search(term, limit) {
      const boost = { title: 3, docNumber: 3 };
      const { hits } = await search(index, { term, properties, limit, boost, exact: false, threshold: 1 });
      return hits.map((hit) => hit.document.id);
    },
    indexBytes: heapSize,
  };
}
