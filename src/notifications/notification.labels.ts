import type { CampaignKind, DeliveryState } from './notification.terms.js';

export const CAMPAIGN_KIND_LABELS: Record<CampaignKind, string> = {
  published: '新政策',
  amended: '政策有变化',
  withdrawn: '政策已撤下',
  closing: '即将截止',
  expired: '申报已截止',
};

export const DELIVERY_STATE_LABELS: Record<DeliveryState, string> = {
  pending: '等待发送',
  claimed: '即将发送',
  sending: '正在发送',
  sent: '微信已收到',
  no_consent: '没有微信提醒次数，只在“我的消息”',
  failed: '微信拒绝，只在“我的消息”',
  uncertain: '不确定微信是否收到，不再重发',
  cancelled: '已取消，没有发出',
};
