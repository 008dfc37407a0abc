import type { Subject } from './attribute.js';
import { describeWhen, INDENT, listOf, type NameArea, UNFINISHED } from './describe-condition.js';
import { isObject } from './parse-condition.js';
import { findAttribute } from './vocabulary.js';

const PERIODS: Record<string, string> = { once: '一次', month: '每月', year: '每年' };
const ROUNDINGS: Record<string, string> = { nearest: '不满一元四舍五入', up: '不满一元进为一元' };

const isNumber = (value: unknown): value is number => typeof value === 'number';
const yuan = (value: unknown): string =>
  isNumber(value)
    ? value >= 10_000 && value % 100 === 0
      ? `${value / 10_000} 万元`
      : `${value} 元`
    : UNFINISHED;

const sum = (value: unknown): string => (Array.isArray(value) ? value.map(yuan).join(' 到 ') : yuan(value));

/** Formulas in plain Chinese, a line each step. */
class AmountWriter {
  constructor(
    private readonly subject: Subject,
    private readonly areaName: NameArea,
  ) {}

  lines(plain: unknown, depth: number): string[] {
    const indent = INDENT.repeat(depth);
    if (!isObject(plain)) return [indent + UNFINISHED];
    const [first = UNFINISHED, ...others] = this.formula(plain, depth);
    return [`${indent}${first}${this.bounds(plain)}`, ...others];
  }

  private bounds({ atLeast, atMost }: Record<string, unknown>): string {
    return `${atLeast === undefined ? '' : `，最低 ${yuan(atLeast)}`}${atMost === undefined ? '' : `，最高 ${yuan(atMost)}`}`;
  }

  private formula(plain: Record<string, unknown>, depth: number): string[] {
    const of = this.name(plain['of']);
    const inner = INDENT.repeat(depth + 1);
    if ('fixed' in plain) return [sum(plain['fixed'])];
    if ('percent' in plain) return [`${of}的 ${String(plain['percent'])}%`];
    if ('perUnit' in plain) return [`${of}，每${this.unit(plain['of'])} ${sum(plain['perUnit'])}`];
    if ('tiers' in plain) {
      const tiers = listOf(plain['tiers']);
      const how = plain['mode'] === 'slice' ? '分段计算' : '分档';
      return [`按${of}${how}`, ...tiers.map((tier) => inner + this.tier(tier, plain['of']))];
    }
    if ('cases' in plain) {
      const cases = listOf(plain['cases']);
      return [
        '按情形',
        ...cases.flatMap((one) => this.oneCase(one, depth + 1)),
        ...this.otherwise(plain, depth + 1),
      ];
    }
    const parts = listOf(plain['sum']);
    return ['下列各项相加', ...parts.flatMap((part) => this.lines(part, depth + 1))];
  }

  private oneCase(plain: unknown, depth: number): string[] {
    const { when, formula } = isObject(plain) ? plain : {};
    const condition = describeWhen(when, this.subject, this.areaName);
    return [`${INDENT.repeat(depth)}如果 ${condition}`, ...this.lines(formula, depth + 1)];
  }

  private otherwise({ otherwise }: Record<string, unknown>, depth: number): string[] {
    if (otherwise === undefined || otherwise === null) return [];
    return [`${INDENT.repeat(depth)}其他情形`, ...this.lines(otherwise, depth + 1)];
  }

  private tier(plain: unknown, of: unknown): string {
    const { upTo, amount, percent } = isObject(plain) ? plain : {};
    const end = isNumber(upTo) ? `到 ${upTo} ${this.unit(of)}`.trimEnd() : '再往上';
    return `${end}：${percent === undefined ? sum(amount) : `${String(percent)}%`}`;
  }

  private name(key: unknown): string {
    return findAttribute(this.subject, String(key))?.label ?? UNFINISHED;
  }

  private unit(key: unknown): string {
    const attribute = findAttribute(this.subject, String(key));
    return attribute?.unit ?? (attribute?.type === 'dates' ? '个孩子' : '');
  }
}

/** What a clause gives, in plain Chinese; also where it is not written to its end. */
export function describeAmount(plain: unknown, subject: Subject, areaName: NameArea): string[] {
  if (!isObject(plain)) return [`　　${UNFINISHED}`];
  const { per = 'once', rounding, counts, note, formula } = plain;
  const [first = '', ...others] = new AmountWriter(subject, areaName).lines(formula, 2);
  const remarks = [
    PERIODS[String(per)],
    ROUNDINGS[String(rounding)],
    counts === false ? '不计入合计' : undefined,
    typeof note === 'string' && note !== '' ? `说明“${note}”` : undefined,
  ].filter(Boolean);
  return [`${first}（${remarks.join('，')}）`, ...others];
}
