import type { Subject } from './attribute.js';
import { isObject, parseCondition } from './parse-condition.js';
import {
  AMOUNT_PERIODS,
  type AmountFormula,
  type AmountPeriod,
  type AmountRule,
  type FixedAmount,
  type RuleFault,
  type Tier,
} from './rule.js';
import { findAttribute } from './vocabulary.js';

const MOST_YUAN = 1e12;
const DEEPEST = 6;
const KINDS = ['fixed', 'percent', 'perUnit', 'tiers', 'cases', 'sum'] as const;
type Kind = (typeof KINDS)[number];
type Plain = Record<string, unknown>;

const isYuan = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value <= MOST_YUAN;

/** Checks formulas; each fault with its place. */
class AmountParser {
  constructor(
    private readonly subject: Subject,
    private readonly faults: RuleFault[],
  ) {}

  rule(plain: unknown, path: string): AmountRule | null {
    if (!isObject(plain)) return this.fault(path, '应为金额（JSON 对象）');
    const { per = 'once', rounding = 'down', counts = true, note = null } = plain;
    const formula = this.formula(plain['formula'], `${path}.formula`, 0);
    const period = AMOUNT_PERIODS.find((known): known is AmountPeriod => known === per);
    if (!period) return this.fault(`${path}.per`, '应为 once（一次）、month（每月）或 year（每年）');
    if (rounding !== 'down' && rounding !== 'nearest' && rounding !== 'up') {
      return this.fault(`${path}.rounding`, '应为 down（舍去）、nearest（四舍五入）或 up（进一）');
    }
    if (typeof counts !== 'boolean') return this.fault(`${path}.counts`, '应为 true 或 false');
    if (note !== null && (typeof note !== 'string' || note.length > 200)) {
      return this.fault(`${path}.note`, '应为文字，最多 200 个字');
    }
    return formula && { per: period, rounding, counts, note, formula };
  }

  private fault(path: string, message: string): null {
    this.faults.push({ path, message });
    return null;
  }

  private formula(plain: unknown, path: string, depth: number): AmountFormula | null {
    if (!isObject(plain)) return this.fault(path, '应为算式（JSON 对象）');
    if (depth > DEEPEST) return this.fault(path, `算式嵌套太深，最多 ${DEEPEST} 层`);
    const kinds = KINDS.filter((kind) => kind in plain);
    const [kind] = kinds;
    if (kind === undefined || kinds.length > 1) {
      return this.fault(path, `算式要写且只写 ${KINDS.join('、')} 其中一个`);
    }
    const bounds = { atLeast: plain['atLeast'] ?? null, atMost: plain['atMost'] ?? null };
    for (const name of ['atLeast', 'atMost'] as const) {
      if (bounds[name] !== null && !isYuan(bounds[name])) {
        return this.fault(`${path}.${name}`, '应为金额（元），不小于 0');
      }
    }
    const { atLeast, atMost } = bounds as { atLeast: number | null; atMost: number | null };
    if (atLeast !== null && atMost !== null && atLeast > atMost) {
      return this.fault(`${path}.atLeast`, '最低金额大于最高金额，请检查');
    }
    const whole = this.kind(kind, plain, path, depth);
    return whole && { ...whole, atLeast, atMost };
  }

  private kind(kind: Kind, plain: Plain, path: string, depth: number): AmountFormula | null {
    const none = { atLeast: null, atMost: null };
    switch (kind) {
      case 'fixed': {
        const amount = this.fixed(plain['fixed'], `${path}.fixed`);
        return amount && { kind, amount, ...none };
      }
      case 'percent': {
        const of = this.money(plain['of'], `${path}.of`);
        const percent = this.percent(plain['percent'], `${path}.percent`);
        return of === null || percent === null ? null : { kind, percent, of, ...none };
      }
      case 'perUnit':
        return this.perUnit(plain, path);
      case 'tiers':
        return this.tiers(plain, path);
      case 'cases':
        return this.cases(plain, path, depth);
      case 'sum': {
        const parts = this.list(plain['sum'], `${path}.sum`)?.map((part, index) =>
          this.formula(part, `${path}.sum[${index}]`, depth + 1),
        );
        return parts?.every((part) => part !== null) ? { kind, parts, ...none } : null;
      }
    }
  }

  private perUnit(plain: Plain, path: string): AmountFormula | null {
    const amount = this.fixed(plain['perUnit'], `${path}.perUnit`);
    const of = String(plain['of']).slice(0, 40);
    const attribute = findAttribute(this.subject, of);
    if (!attribute || !['integer', 'number', 'dates'].includes(attribute.type)) {
      return this.fault(`${path}.of`, '应为数量的属性名，例如 staff、children');
    }
    const { ages = null } = plain;
    if (ages !== null && (attribute.type !== 'dates' || !isObject(ages) || !isAgeFilter(ages))) {
      return this.fault(`${path}.ages`, '只用于出生日期的列表，例如 {"atMost": 2}');
    }
    return amount && { kind: 'perUnit', amount, of, ages, atLeast: null, atMost: null };
  }

  private tiers(plain: Plain, path: string): AmountFormula | null {
    const of = this.number(plain['of'], `${path}.of`);
    const { mode = 'step' } = plain;
    if (mode !== 'step' && mode !== 'slice') {
      return this.fault(`${path}.mode`, '应为 step（整体适用一档）或 slice（分段计算）');
    }
    const tiers = this.list(plain['tiers'], `${path}.tiers`)?.map((tier, index) =>
      this.tier(tier, `${path}.tiers[${index}]`),
    );
    if (of === null || !tiers?.every((tier) => tier !== null)) return null;
    const ends = tiers.map(({ upTo }) => upTo ?? Infinity);
    if (ends.some((end, index) => index > 0 && end <= (ends[index - 1] ?? -Infinity))) {
      return this.fault(`${path}.tiers`, '各档的 upTo 应从小到大，最后一档可以不写');
    }
    if (mode === 'slice' && tiers.some(({ percent }) => percent === null)) {
      return this.fault(`${path}.tiers`, '分段计算的每一档应写 percent');
    }
    const isMoney = findAttribute(this.subject, of)?.yuan !== undefined;
    if (!isMoney && tiers.some(({ percent }) => percent !== null)) {
      return this.fault(`${path}.tiers`, 'percent 只能用于金额的属性');
    }
    return { kind: 'tiers', of, mode, tiers, atLeast: null, atMost: null };
  }

  private tier(plain: unknown, path: string): Tier | null {
    if (!isObject(plain)) return this.fault(path, '应为一档（JSON 对象）');
    const { upTo = null } = plain;
    if (upTo !== null && typeof upTo !== 'number') return this.fault(`${path}.upTo`, '应为数字');
    if ('amount' in plain === 'percent' in plain) {
      return this.fault(path, '每一档要写且只写 amount（元）或 percent（%）');
    }
    if ('amount' in plain) {
      const amount = this.fixed(plain['amount'], `${path}.amount`);
      return amount && { upTo, amount, percent: null };
    }
    const percent = this.percent(plain['percent'], `${path}.percent`);
    return percent === null ? null : { upTo, amount: null, percent };
  }

  private cases(plain: Plain, path: string, depth: number): AmountFormula | null {
    const cases = this.list(plain['cases'], `${path}.cases`)?.map((one, index) => {
      const place = `${path}.cases[${index}]`;
      if (!isObject(one)) return this.fault(place, '应为 {"when": 条件, "formula": 算式}');
      const context = { subject: this.subject, sentences: null, faults: this.faults, leaves: 0 };
      const when = parseCondition(one['when'], `${place}.when`, context);
      const formula = this.formula(one['formula'], `${place}.formula`, depth + 1);
      return when && formula && { when, formula };
    });
    const { otherwise = null } = plain;
    const rest = otherwise === null ? null : this.formula(otherwise, `${path}.otherwise`, depth + 1);
    if (!cases?.every((one) => one !== null) || (otherwise !== null && rest === null)) return null;
    return { kind: 'cases', cases, otherwise: rest, atLeast: null, atMost: null };
  }

  private fixed(value: unknown, path: string): FixedAmount | null {
    if (isYuan(value)) return [value, value];
    if (Array.isArray(value) && value.length === 2 && value.every(isYuan)) {
      const [least = 0, most = 0] = value;
      if (least <= most) return [least, most];
    }
    return this.fault(path, '应为金额（元），或 [最低, 最高]');
  }

  private percent(value: unknown, path: string): number | null {
    const right = typeof value === 'number' && value >= 0 && value <= 1_000;
    return right ? value : this.fault(path, '应为百分数，例如 20 表示 20%');
  }

  private number(value: unknown, path: string): string | null {
    const name = String(value).slice(0, 40);
    const type = findAttribute(this.subject, name)?.type;
    return type === 'integer' || type === 'number' ? name : this.fault(path, '应为数字的属性名');
  }

  private money(value: unknown, path: string): string | null {
    const name = String(value).slice(0, 40);
    return findAttribute(this.subject, name)?.yuan
      ? name
      : this.fault(path, '应为金额的属性名，例如 revenue');
  }

  private list(value: unknown, path: string): unknown[] | null {
    if (Array.isArray(value) && value.length > 0 && value.length <= 50) return value;
    return this.fault(path, '应为列表，1 到 50 项');
  }
}

const isAgeFilter = (ages: Plain): boolean =>
  Object.entries(ages).every(
    ([name, value]) =>
      (name === 'atLeast' || name === 'atMost') &&
      typeof value === 'number' &&
      Number.isInteger(value) &&
      value >= 0 &&
      value <= 130,
  );

/** Checks an amount; faults are added to `faults`, and then the answer is null. */
export const parseAmount = (
  plain: unknown,
  path: string,
  subject: Subject,
  faults: RuleFault[],
): AmountRule | null => new AmountParser(subject, faults).rule(plain, path);
