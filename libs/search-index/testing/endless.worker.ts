import type { SearchRequest } from '../search-request.js';

/** A reading thread that never answers, like a query that takes for ever, unless asked for "quick". */
export function search(request: SearchRequest): unknown {
  if (request.text === 'quick') {
    return { ok: true, value: { total: 7, hits: [], facets: {}, relaxed: false, tookMs: 0 } };
  }
  for (;;) Math.random();
}
