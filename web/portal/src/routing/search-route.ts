import type { SearchPage } from '../../../../src/search/search.view.js';
import {
  readSearchQuery,
  searchQueryString,
  type SearchQuery,
} from '../../../../src/portal/format/search-query.js';
import { loadFrom, type Loaded } from './load.js';
import { page } from './page-route.js';

export interface SearchData {
  query: SearchQuery;
  result: SearchPage;
}

export const searchRoute = page<SearchData>({
  path: '/search',
  name: 'search',
  component: () => import('../pages/search-page.vue'),
  load: async (api, location): Promise<Loaded<SearchData>> => {
    const query = readSearchQuery((key) => location.query[key]);
    const loaded = await loadFrom<SearchPage>(api, `/search${searchQueryString(query)}`);
    return loaded.kind === 'data' ? { kind: 'data', data: { query, result: loaded.data } } : loaded;
  },
  head: ({ query }) => ({
    title: query.q ? `搜索“${query.q}”` : '查找政策',
    description: '按关键词、部门、主题和扶持方式查找惠民惠企政策。',
    // Result pages are endless combinations; only the bare search page is worth a crawler's time.
    canonical: searchQueryString(query) === '' ? '/search' : null,
  }),
});
