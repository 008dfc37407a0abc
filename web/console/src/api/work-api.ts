import type { Page } from '../../../../src/common/page.view.js';
import { call } from './call.js';
import type { DepartmentStatistics, NoticeView, WorkCounts, WorkItem } from './review-views.js';

export type WorkList = 'to-fill' | 'to-review' | 'returned' | 'overdue' | 'closing-soon';

/** What a person has to do; each call throws what `call` throws. */
export const workApi = {
  list: (list: WorkList, page: number) =>
    call('GET', `/staff/work?list=${list}&page=${page}`) as Promise<Page<WorkItem>>,
  counts: () => call('GET', '/staff/work/counts') as Promise<WorkCounts>,
  notices: (unread: boolean, page: number) =>
    call('GET', `/staff/notices?unread=${unread}&page=${page}`) as Promise<Page<NoticeView>>,
  readNotice: (id: string) => call('PUT', `/staff/notices/${encodeURIComponent(id)}/read`),
  readAllNotices: () => call('PUT', '/staff/notices/read'),
  statistics: (from: string, to: string) =>
    call('GET', `/staff/statistics?from=${from}&to=${to}`) as Promise<DepartmentStatistics[]>,
};
