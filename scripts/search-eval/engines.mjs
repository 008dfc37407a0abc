/**
 * The engines by name; each makes `{build(documents), search(text, limit): ids, indexBytes()}`. Loaded only when asked
 * for, so that one engine's code is not in another's memory.
 */
export const ENGINES = {
  ours: async (setup) => (await import('./ours.engine.mjs')).ours(setup),
  minisearch: async (setup) => (await import('./minisearch.engine.mjs')).minisearch(setup),
  flexsearch: async (setup) => (await import('./flexsearch.engine.mjs')).flexsearch(setup),
  orama: async (setup) => (await import('./orama.engine.mjs')).orama(setup),
  'fts5-trigram': async (setup) => (await import('./fts5.engine.mjs')).fts5(setup, 'trigram'),
  'fts5-bigrams': async (setup) => (await import('./fts5.engine.mjs')).fts5(setup, 'bigrams'),
};
