import type { Condition } from './rule.js';

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
