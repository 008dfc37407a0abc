import type { StaffPermission } from '../../../src/accounts/permissions.js';

/** One entry of the navigation. */
export interface Place {
  path: string;
  name: string;
}

/** Any of these permissions shows the place; none: everybody who is signed in. */
const PLACES: readonly (Place & { needs?: readonly StaffPermission[] })[] = [
  { path: '/', name: '我的工作' },
  { path: '/drafts', name: '稿件', needs: ['catalogue.read'] },
  { path: '/clauses', name: '条款', needs: ['catalogue.read'] },
  { path: '/policies', name: '政策', needs: ['catalogue.read'] },
  { path: '/import', name: '导入', needs: ['catalogue.import'] },
  { path: '/push', name: '推送', needs: ['push.read'] },
  { path: '/statistics', name: '统计', needs: ['statistics.read'] },
  { path: '/delegations', name: '委托', needs: ['reviews.decide', 'staff.manage'] },
  { path: '/people', name: '人员', needs: ['staff.read'] },
  { path: '/audit', name: '审计', needs: ['audit.read'] },
  { path: '/help', name: '使用说明' },
];

/** What the navigation offers to somebody; the API decides, this only leaves out what would be refused. */
export const placesFor = (may: (permission: StaffPermission) => boolean): Place[] =>
  PLACES.filter(({ needs }) => needs?.some(may) ?? true).map(({ path, name }) => ({ path, name }));
