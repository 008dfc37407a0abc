import type { Subject } from './attribute.js';
import type { Day } from './calendar.js';
import { compileCondition } from './compile-condition.js';
import { leavesOf } from './condition-leaves.js';
import { countAges } from './date-operators.js';
import type { EncodedAnswers } from './encoded-answers.js';
import { FALSE, TRUE } from './kleene.js';
import type { AmountFormula, AmountPeriod, AmountRule, FixedAmount, Tier } from './rule.js';
import { findAttribute, slotOf } from './vocabulary.js';

/** A sum in whole yuan, from `min` to `max`; the same where all is known, `max` null where nothing limits it. */
export interface Amount {
  min: number;
  max: number | null;
  per: AmountPeriod;
  counts: boolean;
  note: string | null;
  /** Attributes that would narrow it. */
  needs: string[];
}

/** Exact sums: integers of 10^-10 yuan, so that a percentage of a sum with four decimals loses nothing. */
interface Sum {
  min: bigint;
  max: bigint | null;
}

const SCALE = 10n ** 10n;
const DECIMALS = 10_000;
const inTenThousandths = (value: number): bigint => BigInt(Math.round(value * DECIMALS));
const yuan = (value: number): bigint => inTenThousandths(value) * 10n ** 6n;
const range = ([least, most]: FixedAmount): Sum => ({ min: yuan(least), max: yuan(most) });
const add = (a: Sum, b: Sum): Sum => ({
  min: a.min + b.min,
  max: a.max === null || b.max === null ? null : a.max + b.max,
});
const NOTHING: Sum = { min: 0n, max: 0n };

/** The widest of several. */
const span = (sums: readonly Sum[]): Sum =>
  sums.reduce((all, one) => ({
    min: one.min < all.min ? one.min : all.min,
    max: all.max === null || one.max === null ? null : one.max > all.max ? one.max : all.max,
  }));

function bounded(sum: Sum, { atLeast, atMost }: AmountFormula): Sum {
  const cut = (value: bigint): bigint => {
    if (atLeast !== null && value < yuan(atLeast)) return yuan(atLeast);
    return atMost !== null && value > yuan(atMost) ? yuan(atMost) : value;
  };
  const most = sum.max === null ? (atMost === null ? null : yuan(atMost)) : cut(sum.max);
  return { min: cut(sum.min), max: most };
}

/** `percent` of a value in units of `unit` yuan, exactly. */
const share = (value: number, unit: number, percent: number): bigint =>
  inTenThousandths(value) * BigInt(unit) * inTenThousandths(percent);

class Calculator {
  readonly needs = new Set<string>();

  constructor(
    private readonly subject: Subject,
    private readonly values: EncodedAnswers,
    private readonly today: Day,
  ) {}

  sum(formula: AmountFormula): Sum {
    return bounded(this.raw(formula), formula);
  }

  private raw(formula: AmountFormula): Sum {
    switch (formula.kind) {
      case 'fixed':
        return range(formula.amount);
      case 'percent': {
        const value = this.number(formula.of);
        if (value === null) return { min: 0n, max: null };
        const sum = share(value, this.unit(formula.of), formula.percent);
        return { min: sum, max: sum };
      }
      case 'perUnit':
        return this.perUnit(formula);
      case 'tiers':
        return this.tiers(formula);
      case 'cases':
        return this.cases(formula);
      case 'sum':
        return formula.parts.map((part) => this.sum(part)).reduce(add);
    }
  }

  private perUnit({ of, amount, ages }: AmountFormula & { kind: 'perUnit' }): Sum {
    const value = this.values[slotOf(this.subject, of)];
    if (value === undefined) {
      this.needs.add(of);
      return { min: 0n, max: null };
    }
    const count = typeof value === 'number' ? value : countAges(value, ages ?? {}, this.today);
    const [min, max] = amount.map((one) => (yuan(one) * inTenThousandths(count)) / BigInt(DECIMALS));
    return { min: min ?? 0n, max: max ?? 0n };
  }

  private tiers({ of, mode, tiers }: AmountFormula & { kind: 'tiers' }): Sum {
    const value = this.number(of);
    if (value === null) {
      const known = tiers.map((tier) => (tier.amount ? range(tier.amount) : { min: 0n, max: null }));
      return span([...known, ...(tiers.at(-1)?.upTo === null ? [] : [NOTHING])]);
    }
    if (mode === 'slice') return this.slices(value, of, tiers);
    const tier = tiers.find(({ upTo }) => upTo === null || value <= upTo);
    if (!tier) return NOTHING;
    if (tier.amount) return range(tier.amount);
    const sum = share(value, this.unit(of), tier.percent ?? 0);
    return { min: sum, max: sum };
  }

  private slices(value: number, of: string, tiers: readonly Tier[]): Sum {
    let total = 0n;
    let from = 0;
    for (const { upTo, percent } of tiers) {
      const to = Math.min(value, upTo ?? Infinity);
      if (to > from) {
        const slice = inTenThousandths(to) - inTenThousandths(from);
        total += slice * BigInt(this.unit(of)) * inTenThousandths(percent ?? 0);
      }
      from = upTo ?? Infinity;
    }
    return { min: total, max: total };
  }

  /** The first case that holds; before it, those that may hold. */
  private cases({ cases, otherwise }: AmountFormula & { kind: 'cases' }): Sum {
    const open: Sum[] = [];
    for (const { when, formula } of cases) {
      const holds = compileCondition(when, this.subject, this.today)(this.values);
      if (holds === FALSE) continue;
      open.push(this.sum(formula));
      if (holds === TRUE) return span(open);
      for (const { attribute } of leavesOf(when)) {
        if (this.values[slotOf(this.subject, attribute)] === undefined) this.needs.add(attribute);
      }
    }
    return span([...open, otherwise ? this.sum(otherwise) : NOTHING]);
  }

  private number(key: string): number | null {
    const value = this.values[slotOf(this.subject, key)];
    if (typeof value === 'number') return value;
    this.needs.add(key);
    return null;
  }

  private unit(key: string): number {
    return findAttribute(this.subject, key)?.yuan ?? 1;
  }
}

function toYuan(sum: bigint, rounding: AmountRule['rounding']): number {
  if (rounding === 'down') return Number(sum / SCALE);
  if (rounding === 'up') return Number((sum + SCALE - 1n) / SCALE);
  return Number((sum * 2n + SCALE) / (SCALE * 2n));
}

/** What a clause gives for these answers. */
export function workOutAmount(
  { formula, per, rounding, counts, note }: AmountRule,
  subject: Subject,
  values: EncodedAnswers,
  today: Day,
): Amount {
  const calculator = new Calculator(subject, values, today);
  const { min, max } = calculator.sum(formula);
  return {
    min: toYuan(min, rounding),
    max: max === null ? null : toYuan(max, rounding),
    per,
    counts,
    note,
    needs: [...calculator.needs],
  };
}

/** The attributes that a formula looks at. */
export function attributesOfFormula(formula: AmountFormula): string[] {
  switch (formula.kind) {
    case 'fixed':
      return [];
    case 'percent':
    case 'perUnit':
    case 'tiers':
      return [formula.of];
    case 'sum':
      return formula.parts.flatMap(attributesOfFormula);
    case 'cases':
      return [
        ...formula.cases.flatMap((one) => [
          ...leavesOf(one.when).map(({ attribute }) => attribute),
          ...attributesOfFormula(one.formula),
        ]),
        ...(formula.otherwise ? attributesOfFormula(formula.otherwise) : []),
      ];
  }
}
