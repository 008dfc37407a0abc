import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router';
import { DRAFT_KIND_LABELS } from '../../../src/reviews/draft.labels.js';
import { DRAFT_KINDS } from '../../../src/reviews/draft.terms.js';
import { folderOf } from './api/drafts-api.js';
import { onSignedOut } from './api/call.js';
import { findStaff, staff } from './session.js';

declare module 'vue-router' {
  interface RouteMeta {
    title: string;
    /** Also for people who are not signed in. */
    open?: boolean;
  }
}

/** Where each kind is begun and written. */
const writingRoutes = DRAFT_KINDS.flatMap((kind): RouteRecordRaw[] => [
  {
    path: `/${folderOf(kind)}/new`,
    component: () => import('./pages/new-draft-page.vue'),
    props: { kind },
    meta: { title: `登记${DRAFT_KIND_LABELS[kind]}` },
  },
  {
    path: `/${folderOf(kind)}/:code/edit`,
    component: () => import('./pages/editor-page.vue'),
    props: ({ params }) => ({ kind, code: params.code }),
    meta: { title: `编辑${DRAFT_KIND_LABELS[kind]}` },
  },
]);

const routes: RouteRecordRaw[] = [
  { path: '/', component: () => import('./pages/work-page.vue'), meta: { title: '我的工作' } },
  { path: '/notices', component: () => import('./pages/notices-page.vue'), meta: { title: '通知' } },
  {
    path: '/sign-in',
    component: () => import('./pages/sign-in-page.vue'),
    meta: { title: '登录', open: true },
  },
  { path: '/clauses', component: () => import('./pages/clauses-page.vue'), meta: { title: '条款' } },
  {
    path: '/clauses/:code',
    component: () => import('./pages/clause-page.vue'),
    props: true,
    meta: { title: '条款预览' },
  },
  {
    path: '/clauses/:code/versions',
    component: () => import('./pages/versions-page.vue'),
    props: true,
    meta: { title: '历史版本' },
  },
  { path: '/policies', component: () => import('./pages/policies-page.vue'), meta: { title: '政策' } },
  { path: '/drafts', component: () => import('./pages/drafts-page.vue'), meta: { title: '稿件' } },
  ...writingRoutes,
  {
    path: '/review/:id',
    component: () => import('./pages/review-page.vue'),
    props: true,
    meta: { title: '审核' },
  },
  { path: '/statistics', component: () => import('./pages/statistics-page.vue'), meta: { title: '统计' } },
  { path: '/delegations', component: () => import('./pages/delegations-page.vue'), meta: { title: '委托' } },
  { path: '/import', component: () => import('./pages/import-page.vue'), meta: { title: '导入' } },
  { path: '/push', component: () => import('./pages/campaigns-page.vue'), meta: { title: '推送' } },
  {
    path: '/push/:id',
    component: () => import('./pages/campaign-page.vue'),
    props: true,
    meta: { title: '推送详情' },
  },
  {
    path: '/invitation',
    component: () => import('./pages/account/invitation-page.vue'),
    meta: { title: '设置密码', open: true },
  },
  {
    path: '/account',
    component: () => import('./pages/account/account-page.vue'),
    meta: { title: '我的账号' },
  },
  {
    path: '/people',
    component: () => import('./pages/account/people-page.vue'),
    meta: { title: '人员' },
  },
  {
    path: '/audit',
    component: () => import('./pages/account/audit-page.vue'),
    meta: { title: '审计日志' },
  },
  { path: '/help', component: () => import('./pages/help-page.vue'), meta: { title: '使用说明' } },
  {
    path: '/:rest(.*)*',
    component: () => import('./pages/missing-page.vue'),
    meta: { title: '没有这个页面', open: true },
  },
];

export const router = createRouter({
  history: createWebHistory('/console/'),
  routes,
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
});

router.beforeEach(async (to) => {
  if (to.meta.open) return true;
  // Without an answer the page itself says that the server cannot be reached.
  const person = await findStaff().catch(() => undefined);
  if (person === null) return { path: '/sign-in', query: { next: to.fullPath } };
  // Nothing else would be answered before.
  return person?.secondFactorMissing && to.path !== '/account' ? { path: '/account' } : true;
});

router.afterEach((to) => {
  document.title = `${to.meta.title} · 工作台`;
});

onSignedOut(() => {
  const { path, fullPath } = router.currentRoute.value;
  const wasSignedIn = Boolean(staff.value);
  staff.value = null;
  if (wasSignedIn && path !== '/sign-in') {
    void router.push({ path: '/sign-in', query: { next: fullPath, ended: '1' } });
  }
});
