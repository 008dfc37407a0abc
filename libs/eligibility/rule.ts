import type { Subject } from './attribute.js';
import type { AmountFormula } from './amount-formula.js';
import type { OperatorName } from './operators.js';

/** One comparison, bound to the sentence that demands it (条件). */
export interface Leaf {
  kind: 'leaf';
  attribute: string;
  operator: OperatorName;
  /** Checked to be what the operator takes. */
  operand: unknown;
  /** Words of one line of the conditions. */
  sentence: string;
  /** Where it stands, e.g. `enterprise.when.all[1]`. */
  path: string;
}

/** A condition tree, checked. */
export type Condition =
  | Leaf
  | { kind: 'all'; parts: readonly Condition[]; path: string }
  | { kind: 'any'; parts: readonly Condition[]; path: string }
  | { kind: 'atLeast'; count: number; parts: readonly Condition[]; path: string }
  | { kind: 'not'; part: Condition; path: string };

/** How often an amount is paid. */
export const AMOUNT_PERIODS = ['once', 'month', 'year'] as const;
export type AmountPeriod = (typeof AMOUNT_PERIODS)[number];

/** What a clause gives, in yuan. */
export interface AmountRule {
  per: AmountPeriod;
  formula: AmountFormula;
  /** How what is less than a yuan is treated. */
  rounding: 'down' | 'nearest' | 'up';
  /** False where it is no money in hand: a deduction from income, a loan. */
  counts: boolean;
  note: string | null;
}

/** What a clause asks of one subject, and gives it. */
export interface RulePart {
  when: Condition;
  amount: AmountRule | null;
}

/** Clauses that cannot be held together with this one. */
export interface Exclusion {
  clause: string;
  sentence: string | null;
}

/** The rules of one clause version, checked (资格规则). */
export interface EligibilityRule {
  parts: Partial<Record<Subject, RulePart>>;
  excludes: readonly Exclusion[];
}

/** A fault of a rule, and where it is. */
export interface RuleFault {
  /** E.g. `enterprise.when.all[1].any[0].atMost`. */
  path: string;
  message: string;
}
