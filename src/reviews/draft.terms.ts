/** What passes through the reviews: a clause, a policy, an interpretation (解读). */
export const DRAFT_KINDS = ['clause', 'policy', 'interpretation'] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

/** Those of which files can bring many. */
export type ImportedKind = 'clause' | 'policy';

/** Where a draft stands; `published` means that it says what the public reads. */
export const DRAFT_STATES = [
  'draft',
  'returned',
  'first',
  'second',
  'third',
  'scheduled',
  'published',
] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

/** The three reviews (三审), in their order. */
export const REVIEW_STEPS = ['first', 'second', 'third'] as const;
export type ReviewStep = (typeof REVIEW_STEPS)[number];

/** Whether a draft in this state waits for a review. */
export const isStep = (state: string): state is ReviewStep => REVIEW_STEPS.some((step) => step === state);

/** What somebody may do with a draft right now, as the console is told. */
export const DRAFT_ACTIONS = [
  'edit',
  'submit',
  'approve',
  'return-author',
  'return-previous',
  'recall',
  'discard',
] as const;
export type DraftAction = (typeof DRAFT_ACTIONS)[number];
