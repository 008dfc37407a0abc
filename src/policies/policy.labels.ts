import type { PolicyLevel, PolicyStatus } from './policy.terms.js';

/** What people read for each term; the only place where these Chinese words stand. */
export const POLICY_LEVEL_LABELS: Record<PolicyLevel, string> = {
  national: '国家级',
  provincial: '省级',
  city: '市级',
  county: '县级',
};

export const POLICY_STATUS_LABELS: Record<PolicyStatus, string> = {
  draft: '草稿',
  published: '已发布',
  expired: '已失效',
  repealed: '已废止',
};
