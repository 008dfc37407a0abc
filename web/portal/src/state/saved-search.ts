import type { SearchQuery } from '../../../../src/portal/format/search-query.js';
import { SAVED_FILTERS } from '../../../../src/subscriptions/subscription.terms.js';
import type { SavedSearch } from './account.js';

const QUOTES = /["“”]/g;
/** What leaves out or looks into single fields; a saved search knows words only. */
const PRECISE = /(?:^|\s)-\S|[:：]/u;

/** A search as it can be saved; null where nothing, or something else, would be saved. */
export function savableSearch(query: SearchQuery): SavedSearch | null {
  const q = (query.q ?? '').replace(QUOTES, ' ').trim();
  if (PRECISE.test(q)) return null;
  const filters = SAVED_FILTERS.flatMap((name) => {
    const value = query[name];
    return value ? [[name, [value]] as const] : [];
  });
  return q === '' && filters.length === 0 ? null : { q, ...Object.fromEntries(filters) };
}
