import type { Page } from '../../../../src/common/page.view.js';
import type { ProfileSummary } from '../../../../src/eligibility/profile.view.js';
import type { MessageView } from '../../../../src/notifications/message.view.js';
import type { SubscriptionView } from '../../../../src/subscriptions/subscription.view.js';
import { loadPersonal } from './load.js';
import { page, pageQuery } from './page-route.js';

/** What a person keeps, and what for. */
interface ProfilesData {
  items: ProfileSummary[];
  purpose: string;
  retentionDays: number;
}

export const personalRoutes = [
  page<Page<SubscriptionView>>({
    path: '/me/subscriptions',
    name: 'subscriptions',
    component: () => import('../pages/subscriptions-page.vue'),
    load: (api, location) =>
      loadPersonal(api, `/me/subscriptions?${pageQuery(location, 50)}`, location.fullPath),
    head: () => ({ title: '我的订阅', description: '你订阅的主题。', canonical: null }),
  }),
  page<Page<MessageView>>({
    path: '/me/messages',
    name: 'messages',
    component: () => import('../pages/messages-page.vue'),
    load: (api, location) => loadPersonal(api, `/me/messages?${pageQuery(location, 20)}`, location.fullPath),
    head: () => ({ title: '我的消息', description: '你订阅的主题有了哪些新政策。', canonical: null }),
  }),
  page<ProfilesData>({
    path: '/me/profiles',
    name: 'profiles',
    component: () => import('../pages/profiles-page.vue'),
    load: (api, location) => loadPersonal(api, '/me/profiles', location.fullPath),
    head: () => ({ title: '我的资料', description: '你保存的资料，用来判断符合哪些政策。', canonical: null }),
  }),
  page<null>({
    path: '/login',
    name: 'login',
    component: () => import('../pages/login-page.vue'),
    head: () => ({ title: '登录', description: '用微信登录，订阅政策主题。', canonical: null }),
  }),
];
