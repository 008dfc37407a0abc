import { page } from './page-route.js';

/** What can I get? The answers never stand in the address. */
export const finderRoute = page<null>({
  path: '/finder',
  name: 'finder',
  component: () => import('../pages/finder-page.vue'),
  head: () => ({
    title: '我能享受什么',
    description: '回答几个问题，就知道企业或个人符合哪些惠民惠企政策、为什么、能得到多少。',
    canonical: '/finder',
  }),
});
