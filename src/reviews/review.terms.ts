/** What a decision did: by a person, or (`publish`, `fail`) by the clock. */
export const DECISION_ACTIONS = ['submit', 'approve', 'return', 'recall', 'publish', 'fail'] as const;
export type DecisionAction = (typeof DECISION_ACTIONS)[number];

/** Where a return goes. */
export const RETURN_TARGETS = ['author', 'previous'] as const;
export type ReturnTarget = (typeof RETURN_TARGETS)[number];
