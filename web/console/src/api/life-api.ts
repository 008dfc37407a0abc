import type { Page } from '../../../../src/common/page.view.js';
import { call } from './call.js';
import type { DiffView, ClauseVersionItem } from './review-views.js';

const path = (code: string): string => `/staff/clauses/${encodeURIComponent(code)}`;

/** Versions of a clause, and its end; each call throws what `call` throws. */
export const lifeApi = {
  versions: (code: string, page: number) =>
    call('GET', `${path(code)}/versions?page=${page}`) as Promise<Page<ClauseVersionItem>>,
  diff: (code: string, from: number, to: number) =>
    call('GET', `${path(code)}/diff?from=${from}&to=${to}`) as Promise<DiffView>,
  withdraw: (code: string, reason: string, hide: boolean) =>
    call('POST', `${path(code)}/withdraw`, { reason, hide }),
  repeal: (code: string, reason: string) => call('POST', `${path(code)}/repeal`, { reason }),
  supersede: (code: string, by: string, reason: string) =>
    call('POST', `${path(code)}/supersede`, { by, reason }),
  expire: (code: string, on: string | null, reason: string) =>
    call('PUT', `${path(code)}/expiry`, { on, reason }),
};
