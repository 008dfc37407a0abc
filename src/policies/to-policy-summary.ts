import { areaView } from '../common/areas.js';
import type { Policy } from './policy.entity.js';
import type { PolicyDetails, PolicySummary } from './policy.view.js';

/** What is known of a policy but for its text. */
export function toPolicyDetails(policy: Policy): PolicyDetails {
  return {
    code: policy.code,
    title: policy.title,
    documentNumber: policy.documentNumber,
    issuingBodies: policy.issuingBodies,
    level: policy.level,
    region: areaView(policy.region),
    status: policy.status,
    issuedOn: policy.issuedOn,
    effectiveFrom: policy.effectiveFrom,
    effectiveTo: policy.effectiveTo,
    sourceUrl: policy.sourceUrl,
    summary: policy.summary,
  };
}

/** What lists show of a policy. */
export const toPolicySummary = (policy: Policy, clauseCount: number): PolicySummary => ({
  ...toPolicyDetails(policy),
  clauseCount,
});
