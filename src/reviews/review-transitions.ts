import { TransitionTable, type Transition } from '#libs/state-machine';
import type { StaffPermission } from '../accounts/permissions.js';
import { DRAFT_STATES, type DraftState, type ReviewStep } from './draft.terms.js';

/** What people and the clock (`publish`, `fail`) do with drafts. */
export type ReviewAction =
  | 'edit'
  | 'submit'
  | 'approve'
  | 'schedule'
  | 'return-author'
  | 'return-previous'
  | 'recall'
  | 'discard'
  | 'publish'
  | 'fail';

/** One row of the table in docs/reviews.md. */
export interface ReviewTransition extends Transition<DraftState, ReviewAction> {
  /** What it takes, in the department of the draft; null: the clock alone may. */
  permission: StaffPermission | null;
  /** The person says which content they saw. */
  hash?: true;
  /** The person neither wrote the content nor has a standing decision on it. */
  independent?: true;
  /** Those who wrote it must be told why. */
  comment?: true;
  /** Which approvals stop standing: all, or those from the step it goes back to. */
  strikes?: 'all' | 'from-target';
  newRound?: true;
}

/** How one review works; the three differ in data only. */
export interface StepRule {
  permission: StaffPermission;
  /** Working days from the day after the step began. */
  workingDays: { normal: number; urgent: number };
  /** Who hears of it, besides reviewers and writer, when it is overdue. */
  escalatesTo: StaffPermission;
}

export const STEP_RULES: Record<ReviewStep, StepRule> = {
  first: {
    permission: 'reviews.first',
    workingDays: { normal: 3, urgent: 1 },
    escalatesTo: 'reviews.second',
  },
  second: {
    permission: 'reviews.second',
    workingDays: { normal: 2, urgent: 1 },
    escalatesTo: 'reviews.third',
  },
  third: {
    permission: 'reviews.third',
    workingDays: { normal: 2, urgent: 1 },
    escalatesTo: 'staff.manage',
  },
};

const row = (
  from: DraftState,
  action: ReviewAction,
  to: DraftState,
  rest: Omit<ReviewTransition, 'from' | 'action' | 'to'>,
): ReviewTransition => ({ from, action, to, ...rest });

const decides = (step: ReviewStep) =>
  ({ permission: STEP_RULES[step].permission, hash: true, independent: true }) as const;
const back = (step: ReviewStep) => ({ ...decides(step), comment: true }) as const;
const WRITES = { permission: 'catalogue.write', strikes: 'all' } as const;
const RECALLS = { permission: 'reviews.submit', strikes: 'all' } as const;
const SUBMITS = { permission: 'reviews.submit', hash: true, newRound: true } as const;
const TO_AUTHOR = { strikes: 'all' } as const;
const TO_PREVIOUS = { strikes: 'from-target', newRound: true } as const;

const ROWS: ReviewTransition[] = [
  row('draft', 'edit', 'draft', WRITES),
  row('returned', 'edit', 'returned', WRITES),
  row('first', 'edit', 'draft', WRITES),
  row('second', 'edit', 'draft', WRITES),
  row('third', 'edit', 'draft', WRITES),
  row('scheduled', 'edit', 'draft', WRITES),
  row('published', 'edit', 'draft', WRITES),

  row('draft', 'submit', 'first', SUBMITS),
  row('returned', 'submit', 'first', SUBMITS),

  row('first', 'approve', 'second', decides('first')),
  row('second', 'approve', 'third', decides('second')),
  row('third', 'approve', 'published', decides('third')),
  row('third', 'schedule', 'scheduled', decides('third')),

  row('first', 'return-author', 'returned', { ...back('first'), ...TO_AUTHOR }),
  row('second', 'return-author', 'returned', { ...back('second'), ...TO_AUTHOR }),
  row('third', 'return-author', 'returned', { ...back('third'), ...TO_AUTHOR }),
  row('second', 'return-previous', 'first', { ...back('second'), ...TO_PREVIOUS }),
  row('third', 'return-previous', 'second', { ...back('third'), ...TO_PREVIOUS }),
  // Whoever approved it may also stop it.
  row('scheduled', 'return-author', 'returned', {
    permission: 'reviews.third',
    hash: true,
    comment: true,
    ...TO_AUTHOR,
  }),

  row('first', 'recall', 'draft', RECALLS),
  row('second', 'recall', 'draft', RECALLS),
  row('third', 'recall', 'draft', RECALLS),
  row('scheduled', 'recall', 'draft', RECALLS),

  row('scheduled', 'publish', 'published', { permission: null }),
  row('scheduled', 'fail', 'returned', { permission: null, ...TO_AUTHOR }),

  row('draft', 'discard', 'published', WRITES),
  row('returned', 'discard', 'published', WRITES),
];

/** Draft → three reviews → published, as data. */
export const REVIEW_TRANSITIONS = new TransitionTable<DraftState, ReviewAction, ReviewTransition>(
  ROWS,
  DRAFT_STATES,
  'draft',
);
