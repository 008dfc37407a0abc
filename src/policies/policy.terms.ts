/** Which level of government issued a policy (政策层级). */
export const POLICY_LEVELS = ['national', 'provincial', 'city', 'county'] as const;
export type PolicyLevel = (typeof POLICY_LEVELS)[number];

/** Where a policy stands in its life (状态). */
export const POLICY_STATUSES = ['draft', 'published', 'expired', 'repealed'] as const;
export type PolicyStatus = (typeof POLICY_STATUSES)[number];
