import type { RouteRecordRaw } from 'vue-router';
import { problemOf } from '../api/problem.js';
import { catalogueRoutes } from './catalogue-routes.js';
import { clauseRoute } from './clause-route.js';
import { finderRoute } from './finder-route.js';
import { page } from './page-route.js';
import { personalRoutes } from './personal-routes.js';
import { searchRoute } from './search-route.js';

/** Every page of the portal; what is not in this table is a page with status 404. */
export const routes: RouteRecordRaw[] = [
  ...catalogueRoutes,
  clauseRoute,
  searchRoute,
  finderRoute,
  ...personalRoutes,
  page<null>({
    path: '/help',
    name: 'help',
    component: () => import('../pages/help-page.vue'),
    head: () => ({
      title: '使用帮助',
      description: '怎么找政策、怎么订阅提醒、无障碍使用和隐私说明。',
      canonical: '/help',
    }),
  }),
  page<null>({
    path: '/:path(.*)*',
    name: 'unknown',
    // Never shown: loading always ends in the problem page, which the app shows in a page's place.
    component: () => import('../pages/help-page.vue'),
    load: async () => ({ kind: 'problem', problem: problemOf(404) }),
    head: () => ({ title: '', description: '', canonical: null }),
  }),
];
