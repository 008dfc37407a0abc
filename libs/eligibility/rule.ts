import type { Subject } from './attribute.js';
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

/** Yuan from one to another; the same where the sum is certain. */
export type FixedAmount = readonly [number, number];

/** Years of age, ends included: which days of a list count. */
export interface AgeFilter {
  atLeast?: number;
  atMost?: number;
}

/** One tier: up to a value of the attribute (included; the last has no end), a sum or a percentage. */
export interface Tier {
  upTo: number | null;
  amount: FixedAmount | null;
  percent: number | null;
}

type Kinds =
  | { kind: 'fixed'; amount: FixedAmount }
  | { kind: 'percent'; percent: number; of: string }
  | { kind: 'perUnit'; amount: FixedAmount; of: string; ages: AgeFilter | null }
  /** `slice`: each tier's rate holds for its slice only; `step`: the tier of the value holds for all of it. */
  | { kind: 'tiers'; of: string; mode: 'step' | 'slice'; tiers: readonly Tier[] }
  | {
      kind: 'cases';
      cases: readonly { when: Condition; formula: AmountFormula }[];
      otherwise: AmountFormula | null;
    }
  | { kind: 'sum'; parts: readonly AmountFormula[] };

/** How a sum is worked out (政策计算器), with a floor and a cap in yuan. */
export type AmountFormula = Kinds & { atLeast: number | null; atMost: number | null };

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
