import { Account } from '../accounts/account.entity.js';
import { Session } from '../accounts/session.entity.js';
import { WeChatIdentity } from '../accounts/wechat-identity.entity.js';
import { Attachment } from '../attachments/attachment.entity.js';
import { AuditEntry } from '../audit/audit-entry.entity.js';
import { AuditHead } from '../audit/audit-head.entity.js';
import { ChangeFeedHead } from '../change-feed/change-feed-head.entity.js';
import { Change } from '../change-feed/change.entity.js';
import { CatalogueEntry } from '../clauses/catalogue-entry.entity.js';
import { ClauseVersionTopic } from '../clauses/clause-version-topic.entity.js';
import { ClauseVersion } from '../clauses/clause-version.entity.js';
import { ClauseViewDay } from '../clauses/clause-view-day.entity.js';
import { Clause } from '../clauses/clause.entity.js';
import { Contact } from '../contacts/contact.entity.js';
import { Follower } from '../contacts/follower.entity.js';
import { DepartmentDay } from '../departments/department-day.entity.js';
import { Department } from '../departments/department.entity.js';
import { DraftEdit } from '../reviews/drafts/draft-edit.entity.js';
import { Draft } from '../reviews/drafts/draft.entity.js';
import { Interpretation } from '../interpretations/interpretation.entity.js';
import { Job } from '../jobs/job.entity.js';
import { StaffMessage } from '../notices/staff-message.entity.js';
import { StaffNotice } from '../notices/staff-notice.entity.js';
import { Campaign } from '../notifications/campaign.entity.js';
import { Consent } from '../notifications/consent.entity.js';
import { DailySending } from '../notifications/daily-sending.entity.js';
import { Delivery } from '../notifications/delivery.entity.js';
import { SendQuota } from '../notifications/send-quota.entity.js';
import { OutboxEvent } from '../outbox/outbox-event.entity.js';
import { MatchPack } from '../eligibility/match-pack.entity.js';
import { ProfileSweep } from '../eligibility/profile-sweep.entity.js';
import { Profile } from '../eligibility/profile.entity.js';
import { Policy } from '../policies/policy.entity.js';
import { ReviewDecision } from '../reviews/review-decision.entity.js';
import { Submission } from '../reviews/submission.entity.js';
import { SearchPin } from '../search/search-pin.entity.js';
import { SearchQueryDay } from '../search/search-query-day.entity.js';
import { Delegation } from '../staff/delegation.entity.js';
import { LoginThrottle } from '../staff/login-throttle.entity.js';
import { StaffAssignment } from '../staff/staff-assignment.entity.js';
import { StaffWeChat } from '../staff/account/staff-wechat.entity.js';
import { StaffInvitation } from '../staff/invitations/staff-invitation.entity.js';
import { StaffRecoveryCode } from '../staff/second-factor/staff-recovery-code.entity.js';
import { StaffSecondFactor } from '../staff/second-factor/staff-second-factor.entity.js';
import { Staff } from '../staff/staff.entity.js';
import { SavedSearch } from '../subscriptions/saved-search.entity.js';
import { Subscription } from '../subscriptions/subscription.entity.js';
import { Topic } from '../topics/topic.entity.js';
import { WeChatEvent } from '../wechat/wechat-event.entity.js';
import { WeChatToken } from '../wechat/wechat-token.entity.js';

/** Every table of the domain; a table that is not here fails the schema test. */
export const ENTITIES = [
  Account,
  Attachment,
  AuditEntry,
  AuditHead,
  Campaign,
  CatalogueEntry,
  Change,
  ChangeFeedHead,
  Clause,
  ClauseVersion,
  ClauseVersionTopic,
  ClauseViewDay,
  Consent,
  Contact,
  DailySending,
  Delegation,
  Delivery,
  Department,
  DepartmentDay,
  Follower,
  Draft,
  DraftEdit,
  Interpretation,
  Job,
  LoginThrottle,
  MatchPack,
  OutboxEvent,
  Policy,
  Profile,
  ProfileSweep,
  ReviewDecision,
  SavedSearch,
  SearchPin,
  SearchQueryDay,
  SendQuota,
  Session,
  Staff,
  StaffInvitation,
  StaffRecoveryCode,
  StaffSecondFactor,
  StaffWeChat,
  StaffAssignment,
  StaffMessage,
  StaffNotice,
  Submission,
  Subscription,
  Topic,
  WeChatEvent,
  WeChatIdentity,
  WeChatToken,
];
