import type { Audience, Channel, ClauseStatus, SupportKind } from './clause.terms.js';

/** What people read for each term; the only place where these Chinese words stand. */
export const AUDIENCE_LABELS: Record<Audience, string> = {
  enterprise: '企业',
  citizen: '群众',
  both: '企业和群众',
};

export const SUPPORT_KIND_LABELS: Record<SupportKind, string> = {
  funding: '资金补贴',
  tax_relief: '税费减免',
  finance: '金融支持',
  talent: '人才',
  employment: '就业创业',
  social_security: '社会保障',
  livelihood: '民生补助',
  land_premises: '用地用房',
  qualification_award: '资质奖励',
  service: '服务',
};

export const CHANNEL_LABELS: Record<Channel, string> = {
  window: '窗口办理',
  online: '网上办理',
  automatic: '免申即享',
};

export const CLAUSE_STATUS_LABELS: Record<ClauseStatus, string> = {
  draft: '草稿',
  published: '已发布',
  withdrawn: '已撤下',
  expired: '已失效',
  repealed: '已废止',
  superseded: '已替代',
};
