import { searchQueryString } from '../../../../src/portal/format/search-query.js';
import { loadSearch, type SearchData } from './load-search.js';
import { page } from './page-route.js';

export const searchRoute = page<SearchData>({
  path: '/search',
  name: 'search',
  component: () => import('../pages/search-page.vue'),
  load: loadSearch,
  head: ({ query }) => ({
    title: query.q ? `搜索“${query.q}”` : '查找政策',
    description: '按关键词、部门、主题和扶持方式查找惠民惠企政策。',
    // Result pages are endless combinations; only the bare search page is worth a crawler's time.
    canonical: searchQueryString(query) === '' ? '/search' : null,
  }),
});
