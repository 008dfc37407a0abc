/** The filters of the search page, in the order in which they stand in its address. */
export const SEARCH_FILTERS = [
  'type',
  'audience',
  'supportKind',
  'department',
  'topic',
  'region',
  'status',
] as const;
export type SearchFilter = (typeof SEARCH_FILTERS)[number];

/** What a search page asks for; absent means no restriction. `page` stays text: the API judges it. */
export type SearchQuery = Partial<Record<SearchFilter | 'q' | 'sort' | 'page', string>>;

const KEYS = ['q', ...SEARCH_FILTERS, 'sort', 'page'] as const;

/** Orders of the results; absent means the first. */
export const SEARCH_SORT_LABELS = {
  relevance: '相关程度',
  newest: '最新发布',
  closing: '即将截止',
  amount: '金额从高到低',
} as const;

/** Reads a search from an address; a form without JavaScript also sends its empty fields, which mean nothing. */
export function readSearchQuery(get: (key: string) => unknown): SearchQuery {
  const query: SearchQuery = {};
  for (const key of KEYS) {
    const raw = get(key);
    const value: unknown = Array.isArray(raw) ? raw[0] : raw;
    const text = typeof value === 'string' ? value.trim() : '';
    const usual = (key === 'page' && text === '1') || (key === 'sort' && text === 'relevance');
    if (text !== '' && !usual) query[key] = text;
  }
  return query;
}

/** The query string of a search, `?` included, keys in fixed order so that equal searches have equal addresses. */
export function searchQueryString(query: SearchQuery): string {
  const params = new URLSearchParams();
  for (const key of KEYS) {
    const value = query[key];
    if (value) params.set(key, value);
  }
  const text = params.toString();
  return text ? `?${text}` : '';
}

/** The same search with some filters changed (undefined takes one off), from its first page again. */
export function withFilters(query: SearchQuery, change: SearchQuery): SearchQuery {
  return { ...query, page: undefined, ...change };
}
