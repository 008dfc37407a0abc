import type { CampaignKind, DeliveryState } from './notification.terms.js';

export const CAMPAIGN_KIND_LABELS: Record<CampaignKind, string> = {
  published: '新政策',
  amended: '政策有变化',
  withdrawn: '政策已撤下',
  closing: '即将截止',
  expired: '申报已截止',
  fits: '你现在符合条件',
};

export const DELIVERY_STATE_LABELS: Record<DeliveryState, string> = {
  pending: '等待发送',
  claimed: '即将发送',
  sending: '正在发送',
  sent: '已发出',
  no_consent: '没有可用的提醒方式，只在“我的消息”',
  failed: '没有送达，只在“我的消息”',
  uncertain: '不确定是否送达，不再重发',
  cancelled: '已取消，没有发出',
};
