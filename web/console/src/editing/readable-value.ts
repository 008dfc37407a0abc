import { describeRule } from '#libs/eligibility';
import {
  AUDIENCE_LABELS,
  CHANNEL_LABELS,
  SUPPORT_KIND_LABELS,
} from '../../../../src/clauses/clause.labels.js';
import { POLICY_LEVEL_LABELS, POLICY_STATUS_LABELS } from '../../../../src/policies/policy.labels.js';
import { areaName } from '../rules/known-codes.js';

const LABELS: Record<string, Record<string, string>> = {
  audience: AUDIENCE_LABELS,
  supportKind: SUPPORT_KIND_LABELS,
  channels: CHANNEL_LABELS,
  level: POLICY_LEVEL_LABELS,
  status: POLICY_STATUS_LABELS,
};

/** The value of a field of a draft as people read it; several lines for a list. */
export function readableValue(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '（空）';
  if (field === 'eligibility') return describeRule(value, areaName).join('\n');
  if (Array.isArray(value)) return value.map((item) => readableValue(field, item)).join('\n');
  if (typeof value === 'object') {
    return Object.values(value)
      .filter((part) => part !== null && part !== '')
      .map(String)
      .join('｜');
  }
  const text = String(value);
  return LABELS[field]?.[text] ?? text;
}
