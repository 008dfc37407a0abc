import { Catalogue1764000000000 } from './1764000000000-catalogue.js';
import { PeopleAndPush1764000000001 } from './1764000000001-people-and-push.js';
import { SearchLog1764100000000 } from './1764100000000-search-log.js';
import { WeChatTokenRenewal1764200000000 } from './1764200000000-wechat-token-renewal.js';
import { StaffAtWork1764300000000 } from './1764300000000-staff-at-work.js';
import { LatestTitle1764310000000 } from './1764310000000-latest-title.js';
import { PushDeepened1764400000000 } from './1764400000000-push-deepened.js';
import { MoreChannels1764500000000 } from './1764500000000-more-channels.js';
import { RolesAndDepartments1764600000000 } from './1764600000000-roles-and-departments.js';
import { DraftsAndReviews1764610000000 } from './1764610000000-drafts-and-reviews.js';
import { AuditLog1764700000000 } from './1764700000000-audit-log.js';
import { StaffSecurity1764710000000 } from './1764710000000-staff-security.js';
import { Attachments1764720000000 } from './1764720000000-attachments.js';
import { Eligibility1764800000000 } from './1764800000000-eligibility.js';
import { MatchPacks1764820000000 } from './1764820000000-match-packs.js';
import { HiddenVersions1764825000000 } from './1764825000000-hidden-versions.js';
import { StaffMessages1764830000000 } from './1764830000000-staff-messages.js';
import { ViewsByDay1764835000000 } from './1764835000000-views-by-day.js';
import { DepartmentDays1764840000000 } from './1764840000000-department-days.js';

/** All migrations, oldest first. They are history: a landed one is never edited. */
export const MIGRATIONS = [
  Catalogue1764000000000,
  PeopleAndPush1764000000001,
  SearchLog1764100000000,
  WeChatTokenRenewal1764200000000,
  StaffAtWork1764300000000,
  LatestTitle1764310000000,
  PushDeepened1764400000000,
  MoreChannels1764500000000,
  RolesAndDepartments1764600000000,
  DraftsAndReviews1764610000000,
  AuditLog1764700000000,
  StaffSecurity1764710000000,
  Attachments1764720000000,
  Eligibility1764800000000,
  MatchPacks1764820000000,
  HiddenVersions1764825000000,
  StaffMessages1764830000000,
  ViewsByDay1764835000000,
  DepartmentDays1764840000000,
];
