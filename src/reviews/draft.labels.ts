import type { DraftKind, DraftState } from './draft.terms.js';

/** What people read for each term; the only place where these Chinese words stand. */
export const DRAFT_KIND_LABELS: Record<DraftKind, string> = {
  clause: '条款',
  policy: '政策',
  interpretation: '解读',
};

export const DRAFT_STATE_LABELS: Record<DraftState, string> = {
  draft: '起草中',
  returned: '已退回',
  first: '待部门审核',
  second: '待分管领导审核',
  third: '待政务公开办审核',
  scheduled: '待定时发布',
  published: '已发布',
};

/** What people read for each field of a draft. */
export const DRAFT_FIELD_LABELS: Record<string, string> = {
  department: '责任部门',
  policy: '所属政策',
  ordinal: '序号',
  title: '标题',
  audience: '适用对象',
  supportKind: '扶持方式',
  benefit: '扶持内容',
  amount: '金额',
  conditions: '申请条件',
  eligibility: '资格规则',
  materials: '申请材料',
  steps: '办理流程',
  timeLimitDays: '办理时限（工作日）',
  channels: '办理方式',
  onlineUrl: '网上办理地址',
  windowAddress: '窗口地址',
  phone: '咨询电话',
  applyFrom: '申报开始',
  applyTo: '申报截止',
  topics: '主题',
  keywords: '关键词',
  regions: '适用区域',
  related: '相关条款',
  documentNumber: '文号',
  issuingBodies: '发文机关',
  level: '政策层级',
  region: '行政区划',
  issuedOn: '发文日期',
  effectiveFrom: '生效日期',
  effectiveTo: '失效日期',
  status: '状态',
  sourceUrl: '原文网址',
  summary: '摘要',
  body: '正文',
  attachments: '附件',
};

/** The label of a field; its name where there is none. */
export const fieldLabel = (field: string): string => DRAFT_FIELD_LABELS[field] ?? field;
