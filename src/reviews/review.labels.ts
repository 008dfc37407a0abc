import type { ReviewStep } from './draft.terms.js';
import type { DecisionAction } from './review.terms.js';

/** What people read for each term; the only place where these Chinese words stand. */
export const REVIEW_STEP_LABELS: Record<ReviewStep, string> = {
  first: '部门审核',
  second: '分管领导审核',
  third: '政务公开办审核',
};

export const DECISION_ACTION_LABELS: Record<DecisionAction, string> = {
  submit: '送审',
  approve: '同意',
  return: '退回',
  recall: '撤回',
  publish: '定时发布',
  fail: '未能发布',
};
