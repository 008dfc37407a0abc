import type { AuditEntryView } from '../../../../src/audit/audit.view.js';
import type { Page } from '../../../../src/common/page.view.js';
import type {
  FactorSetUpView,
  OwnAccountView,
  OwnSessionView,
  RecoveryCodesView,
} from '../../../../src/staff/account/own-account.view.js';
import type {
  InvitationLinkView,
  InvitationView,
} from '../../../../src/staff/invitations/invitation.view.js';
import type { StaffPersonView } from '../../../../src/staff/staff.view.js';
import { call } from './call.js';

const PAGE_SIZE = 20;
const personPath = (id: string): string => `/staff/people/${encodeURIComponent(id)}`;

/** A role to be held, in a department where the role asks for one. */
export interface WantedAssignment {
  role: string;
  department?: string;
}

/** What the audit log can be narrowed by; empty texts narrow nothing. */
export interface AuditFilter {
  actor: string;
  action: string;
  subjectKind: string;
  subjectId: string;
  from: string;
  to: string;
}

/** The part of an address that asks for a filter. */
export const auditQuery = (filter: AuditFilter): URLSearchParams =>
  new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''));

/** Calls about accounts, people and the audit log; each throws what `call` throws. */
export const accountApi = {
  account: () => call('GET', '/staff/account') as Promise<OwnAccountView>,
  changePassword: (password: string, newPassword: string) =>
    call('PUT', '/staff/account/password', { password, newPassword }),
  beginFactor: (password: string) =>
    call('POST', '/staff/account/second-factor', { password }) as Promise<FactorSetUpView>,
  confirmFactor: (code: string) =>
    call('POST', '/staff/account/second-factor/confirm', { code }) as Promise<RecoveryCodesView>,
  renewCodes: (password: string, code: string) =>
    call('POST', '/staff/account/second-factor/recovery-codes', {
      password,
      code,
    }) as Promise<RecoveryCodesView>,
  removeFactor: (password: string, code: string) =>
    call('POST', '/staff/account/second-factor/remove', { password, code }),
  sessions: () => call('GET', '/staff/account/sessions') as Promise<OwnSessionView[]>,
  endSession: (id: string) => call('DELETE', `/staff/account/sessions/${id}`),
  endAllSessions: () => call('DELETE', '/staff/account/sessions'),
  bindWeChat: (code: string) => call('PUT', '/staff/account/wechat', { code }),
  releaseWeChat: () => call('DELETE', '/staff/account/wechat'),
  signInByWeChat: () => call('POST', '/staff/sessions/wechat'),
  signInCitizen: (code: string) => call('POST', '/sessions/wechat', { code }),
  loginUrl: async () => ((await call('GET', '/site')) as { loginUrl: string | null }).loginUrl,
  people: (q: string, page: number) =>
    call(
      'GET',
      `/staff/people?${new URLSearchParams({ q, page: String(page), pageSize: String(PAGE_SIZE) })}`,
    ) as Promise<Page<StaffPersonView>>,
  invite: (person: { username: string; name: string; assignments: WantedAssignment[] }) =>
    call('POST', '/staff/people', person) as Promise<InvitationLinkView>,
  newLink: (id: string) => call('POST', `${personPath(id)}/invitation`) as Promise<InvitationLinkView>,
  assign: (id: string, assignments: WantedAssignment[]) =>
    call('PUT', `${personPath(id)}/assignments`, { assignments }),
  disable: (id: string) => call('POST', `${personPath(id)}/disable`),
  enable: (id: string) => call('POST', `${personPath(id)}/enable`),
  resetFactor: (id: string) => call('POST', `${personPath(id)}/second-factor/reset`),
  lookUpInvitation: (token: string) =>
    call('POST', '/staff/invitations/look-up', { token }) as Promise<InvitationView>,
  acceptInvitation: (token: string, password: string) =>
    call('POST', '/staff/invitations/accept', { token, password }),
  audit: (filter: AuditFilter, page: number) => {
    const query = auditQuery(filter);
    query.set('page', String(page));
    query.set('pageSize', String(PAGE_SIZE));
    return call('GET', `/staff/audit?${query}`) as Promise<Page<AuditEntryView>>;
  },
};
