import type { Frequency, TargetKind } from './subscription.terms.js';

export const FREQUENCY_LABELS: Record<Frequency, string> = {
  immediate: '马上通知',
  daily: '每天汇总',
  weekly: '每周汇总',
};

export const TARGET_KIND_LABELS: Record<TargetKind, string> = {
  topic: '主题',
  department: '部门',
  policy: '政策',
  search: '搜索',
  profile: '资料',
};
