import { type Holding, holdTogether } from '#libs/eligibility';
import type { AmountView, ClauseAnswerView, TogetherView, TotalView } from './answer.view.js';
import type { BookEntry } from './rule-book.service.js';

const PERIODS = ['once', 'month', 'year'] as const;
const TIMES_A_YEAR = { once: 1, month: 12, year: 1 };

/** Twice the middle of what it brings in the first year: enough to compare. */
const weightOf = ({ min, max, per }: AmountView): number => (min + (max ?? min)) * TIMES_A_YEAR[per];

const add = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);

/** The total of what can be held together, of clauses for which somebody qualifies. */
export function addUp(
  answers: readonly ClauseAnswerView[],
  entries: ReadonlyMap<string, BookEntry>,
): TogetherView {
  const counted = answers.filter(({ amount, closed }) => amount?.counts && !closed);
  const holdings = counted.map(({ clause, amount }): Holding => {
    const excludes = entries.get(clause.code)?.rule?.excludes ?? [];
    // What is not known yet still excludes others.
    const weight = amount ? Math.max(weightOf(amount), 1) : 0;
    return { code: clause.code, weight, excludes: excludes.map((one) => one.clause) };
  });
  const { codes, exact } = holdTogether(holdings);
  const held = new Set(codes);
  const sums = counted.filter(({ clause }) => held.has(clause.code)).flatMap(({ amount }) => amount ?? []);
  const totals = PERIODS.flatMap((per): TotalView[] => {
    const parts = sums.filter((amount) => amount.per === per);
    if (parts.length === 0) return [];
    return [
      {
        per,
        min: parts.reduce((sum, { min }) => sum + min, 0),
        max: parts.reduce<number | null>((sum, { max }) => add(sum, max), 0),
      },
    ];
  });
  const leftOut = counted.map(({ clause }) => clause.code).filter((code) => !held.has(code));
  return { totals, codes, leftOut, exact };
}
