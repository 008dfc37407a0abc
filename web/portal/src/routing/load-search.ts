import type { PortalApi } from '../../../../src/portal/render-contract.js';
import type { SearchPage } from '../../../../src/search/search.view.js';
import {
  readSearchQuery,
  searchQueryString,
  type SearchQuery,
} from '../../../../src/portal/format/search-query.js';
import { loadFrom, type Loaded } from './load.js';
import type { PageLocation } from './page-route.js';

/** A search and what it found. */
export interface SearchData {
  query: SearchQuery;
  result: SearchPage;
}

/** Runs the search that stands in the address. */
export async function loadSearch(api: PortalApi, location: PageLocation): Promise<Loaded<SearchData>> {
  const query = readSearchQuery((key) => location.query[key]);
  const loaded = await loadFrom<SearchPage>(api, `/search${searchQueryString(query)}`);
  return loaded.kind === 'data' ? { kind: 'data', data: { query, result: loaded.data } } : loaded;
}
