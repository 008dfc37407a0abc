import type { StaffClauseSummary, StaffClauseView } from '../../../../src/clauses/staff-clause.view.js';
import type { Page } from '../../../../src/common/page.view.js';
import type { DepartmentView } from '../../../../src/departments/department.view.js';
import type { CampaignDetailView, CampaignView } from '../../../../src/notifications/campaign.view.js';
import type { StaffImportReport } from '../../../../src/imports/review/staff-import.view.js';
import type { StaffMeView } from '../../../../src/staff/staff.view.js';
import type { PolicySummary, PolicyView } from '../../../../src/policies/policy.view.js';
import type { DraftState } from '../../../../src/reviews/draft.terms.js';
import type { SearchPage } from '../../../../src/search/search.view.js';
import type { TopicGroupView } from '../../../../src/topics/topic.view.js';
import { call } from './call.js';

/** What the list can be narrowed by; empty texts narrow nothing. */
export interface ClauseFilter {
  q: string;
  status: string;
  department: string;
  page: number;
}

const PAGE_SIZE = 20;
const searchPolicies = (q: string): string =>
  `/search?${new URLSearchParams({ q, type: 'policy', pageSize: '8' })}`;
const clausePath = (code: string): string => `/staff/clauses/${encodeURIComponent(code)}`;

const campaignPath = (id: string): string => `/staff/campaigns/${encodeURIComponent(id)}`;

/** A clause in the list, with its draft where one is under way. */
export interface ListedClause extends StaffClauseSummary {
  draft: { id: string; state: DraftState; urgent: boolean; dueOn: string | null } | null;
}

/** What an operator can do to a campaign. */
export type CampaignAction = 'pause' | 'resume' | 'cancel';

/** Every call the console makes; each throws what `call` throws. */
export const staffApi = {
  me: () => call('GET', '/staff/me') as Promise<StaffMeView>,
  signIn: (username: string, password: string, code: string) =>
    call('POST', '/staff/sessions', { username, password, ...(code ? { code } : {}) }),
  signOut: () => call('DELETE', '/staff/sessions/current'),
  departments: async () => ((await call('GET', '/departments')) as Page<DepartmentView>).items,
  clauses: ({ page, ...filter }: ClauseFilter) => {
    const query = new URLSearchParams({ ...filter, page: String(page), pageSize: String(PAGE_SIZE) });
    return call('GET', `/staff/clauses?${query}`) as Promise<Page<ListedClause>>;
  },
  clause: (code: string) => call('GET', clausePath(code)) as Promise<StaffClauseView>,
  campaigns: (page: number) =>
    call('GET', `/staff/campaigns?page=${page}&pageSize=${PAGE_SIZE}`) as Promise<Page<CampaignView>>,
  campaign: (id: string) => call('GET', campaignPath(id)) as Promise<CampaignDetailView>,
  changeCampaign: (id: string, action: CampaignAction) => call('POST', `${campaignPath(id)}/${action}`),
  topicGroups: async () => ((await call('GET', '/topics')) as Page<TopicGroupView>).items,
  policies: (page: number) =>
    call('GET', `/policies?page=${page}&pageSize=${PAGE_SIZE}`) as Promise<Page<PolicySummary>>,
  findPolicies: async (q: string) =>
    ((await call('GET', searchPolicies(q))) as SearchPage).items.flatMap(({ policy }) => policy ?? []),
  policy: (code: string) => call('GET', `/policies/${encodeURIComponent(code)}`) as Promise<PolicyView>,
  importFile: (form: FormData) => call('POST', '/staff/imports', form) as Promise<StaffImportReport>,
};

/** Where the empty table to fill in is downloaded from. */
export const TEMPLATE_ADDRESS = '/api/v1/staff/imports/template.xlsx';
