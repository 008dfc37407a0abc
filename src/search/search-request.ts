import type { SearchRequest } from '#libs/search-index';
import { offsetOf } from '../common/page.query.js';
import { readPreciseQuery } from './precise-query.js';
import type { SearchQuery } from './search.query.js';
import { HIT_TYPES } from './search.view.js';

const FACETS = ['kind', 'department', 'topic', 'audience', 'supportKind', 'region', 'status'] as const;
/** What a page shows of a hit. */
const MARKED = ['title', 'text', 'documentNumber'] as const;

/** What a search asks of the index. @param today midnight today, below which an application period is over */
export function toRequest(query: SearchQuery, today: number): SearchRequest {
  const { type, department, topic, audience, supportKind, region, status } = query;
  // Topics and departments are in the index, too, but only for suggestions.
  const kind = type.length > 0 ? type : HIT_TYPES;
  const sort = sortOf(query, today);
  return {
    ...readPreciseQuery(query.q),
    filters: { kind, department, topic, audience, supportKind, region, status },
    offset: offsetOf(query),
    limit: query.pageSize,
    facets: FACETS,
    highlight: MARKED,
    ...(sort && { sort }),
  };
}

function sortOf({ q, sort }: SearchQuery, today: number): SearchRequest['sort'] {
  switch (sort) {
    case 'relevance':
      return q.trim() === '' ? { by: 'publishedAt', direction: 'descending' } : undefined;
    case 'newest':
      return { by: 'publishedAt', direction: 'descending' };
    case 'closing':
      return { by: 'applyTo', direction: 'ascending', from: today };
    case 'amount':
      return { by: 'amount', direction: 'descending' };
  }
}
