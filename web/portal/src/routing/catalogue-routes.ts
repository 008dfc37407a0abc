import type { Page } from '../../../../src/common/page.view.js';
import type { DepartmentView } from '../../../../src/departments/department.view.js';
import type { InterpretationView } from '../../../../src/interpretations/interpretation.view.js';
import type { PolicySummary, PolicyView } from '../../../../src/policies/policy.view.js';
import type { TopicGroupView, TopicView } from '../../../../src/topics/topic.view.js';
import { excerpt } from '../../../../src/portal/format/excerpt.js';
import { breadcrumbList, webSite } from '../document/json-ld.js';
import { loadFrom } from './load.js';
import { loadHome, type HomeData } from './load-home.js';
import { loadShelf, SHELF_SIZE, type ShelfData } from './load-shelf.js';
import { page, pageQuery, param, queryText, type PageLocation } from './page-route.js';

/** Later pages of a list keep an address of their own; the first has none with a number. */
function canonicalList(path: string, location: PageLocation): string {
  const number = queryText(location, 'page');
  return number && number !== '1' ? `${path}?page=${encodeURIComponent(number)}` : path;
}

export const catalogueRoutes = [
  page<HomeData>({
    path: '/',
    name: 'home',
    component: () => import('../pages/home-page.vue'),
    load: loadHome,
    head: () => ({
      title: '',
      description: '惠民惠企政策一条一条讲清楚：能得到什么、谁能申请、要带什么材料、在哪里办。',
      canonical: '/',
      jsonLd: (site) => [webSite(site)],
    }),
  }),
  page<Page<DepartmentView>>({
    path: '/departments',
    name: 'departments',
    component: () => import('../pages/departments-page.vue'),
    load: (api) => loadFrom(api, '/departments?pageSize=100'),
    head: () => ({
      title: '按部门找政策',
      description: '各部门负责的惠民惠企政策条款和咨询电话。',
      canonical: '/departments',
    }),
  }),
  page<ShelfData<DepartmentView>>({
    path: '/departments/:code',
    name: 'department',
    component: () => import('../pages/department-page.vue'),
    load: (api, location) => {
      const code = encodeURIComponent(param(location, 'code'));
      return loadShelf(api, `/departments/${code}`, `department=${code}`, location);
    },
    head: ({ owner }, location) => ({
      title: `${owner.name}的惠民惠企政策`,
      description: `${owner.name}负责的政策条款、咨询电话和办理地址。`,
      canonical: canonicalList(`/departments/${owner.code}`, location),
      feed: `/departments/${owner.code}/feed.atom`,
      jsonLd: (site) => [
        breadcrumbList([
          { name: '首页', path: '/' },
          { name: '部门', path: '/departments' },
          { name: owner.name, path: `/departments/${owner.code}` },
        ])(site),
      ],
    }),
  }),
  page<{ items: TopicGroupView[] }>({
    path: '/topics',
    name: 'topics',
    component: () => import('../pages/topics-page.vue'),
    load: (api) => loadFrom(api, '/topics'),
    head: () => ({
      title: '按主题找政策',
      description: '按主题查找惠民惠企政策；登录后可以订阅主题，有新政策就提醒你。',
      canonical: '/topics',
    }),
  }),
  page<ShelfData<TopicView>>({
    path: '/topics/:code',
    name: 'topic',
    component: () => import('../pages/topic-page.vue'),
    load: (api, location) => {
      const code = encodeURIComponent(param(location, 'code'));
      return loadShelf(api, `/topics/${code}`, `topic=${code}`, location);
    },
    head: ({ owner }, location) => ({
      title: `“${owner.name}”方面的政策`,
      description: owner.description || `${owner.name}方面的惠民惠企政策条款。`,
      canonical: canonicalList(`/topics/${owner.code}`, location),
      feed: `/topics/${owner.code}/feed.atom`,
      jsonLd: (site) => [
        breadcrumbList([
          { name: '首页', path: '/' },
          { name: '主题', path: '/topics' },
          { name: owner.name, path: `/topics/${owner.code}` },
        ])(site),
      ],
    }),
  }),
  page<Page<PolicySummary>>({
    path: '/policies',
    name: 'policies',
    component: () => import('../pages/policies-page.vue'),
    load: (api, location) => loadFrom(api, `/policies?${pageQuery(location, SHELF_SIZE)}`),
    head: (_data, location) => ({
      title: '政策文件',
      description: '条款出自的政策文件：标题、文号、发文机关和原文链接。',
      canonical: canonicalList('/policies', location),
    }),
  }),
  page<PolicyView>({
    path: '/policies/:code',
    name: 'policy',
    component: () => import('../pages/policy-page.vue'),
    load: (api, location) => loadFrom(api, `/policies/${encodeURIComponent(param(location, 'code'))}`),
    head: (policy) => ({
      title: policy.documentNumber ? `${policy.title}（${policy.documentNumber}）` : policy.title,
      description: excerpt(policy.summary, 120),
      canonical: `/policies/${policy.code}`,
      jsonLd: (site) => [
        breadcrumbList([
          { name: '首页', path: '/' },
          { name: '政策文件', path: '/policies' },
          { name: policy.title, path: `/policies/${policy.code}` },
        ])(site),
      ],
    }),
  }),
  page<InterpretationView>({
    path: '/interpretations/:code',
    name: 'interpretation',
    component: () => import('../pages/interpretation-page.vue'),
    load: (api, location) => loadFrom(api, `/interpretations/${encodeURIComponent(param(location, 'code'))}`),
    head: ({ code, title, body, policy }) => ({
      title,
      description: excerpt(body, 120),
      canonical: `/interpretations/${code}`,
      jsonLd: (site) => [
        breadcrumbList([
          { name: '首页', path: '/' },
          { name: policy.title, path: `/policies/${policy.code}` },
          { name: title, path: `/interpretations/${code}` },
        ])(site),
      ],
    }),
  }),
];
