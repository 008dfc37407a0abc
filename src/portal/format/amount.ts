import type { BenefitAmount } from '../../clauses/clause.terms.js';

/** From this many 元 on, round sums read better in 万元. */
const WAN = 10_000;

const digits = new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 });

/** A number the way Chinese texts print it: no separator up to four digits, then groups of three. */
function formatNumber(value: number): string {
  return value < WAN ? String(value) : digits.format(value);
}

/** Turns whole thousands of 元 into 万元 (25000 元 → 2.5 万元), but only if every part stays exact. */
function inReadableUnit(values: number[], unit: string): { values: number[]; unit: string } {
  const convertible = unit === '元' && values.every((value) => value >= WAN && value % 1000 === 0);
  return convertible ? { values: values.map((value) => value / WAN), unit: '万元' } : { values, unit };
}

/** 人 → 每人, 人/月 → 每人每月, 每户 → 每户; nothing for none. */
function formatPer(per: string | undefined): string {
  if (!per) return '';
  return per
    .split(/[/／·]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('每') ? part : `每${part}`))
    .join('');
}

/**
 * The sum of a benefit as people read it: 最高 20 万元, 每人 1000 元, 每年 2500–5000 元, 不低于 50%.
 * Answers null where the policy names no sum.
 */
export function formatAmount(amount: BenefitAmount | null | undefined): string | null {
  if (!amount) return null;
  const { min, max } = amount;
  const bounds = [min, max].filter((value) => value !== undefined && value !== null);
  if (bounds.length === 0) return null;
  const { values, unit } = inReadableUnit(bounds, amount.unit);
  const tail = /^[%％‰]/.test(unit) ? unit : ` ${unit}`;
  const numbers = values.map(formatNumber);
  const per = formatPer(amount.per);
  if (bounds.length === 2) {
    const text = min === max ? numbers[0] : numbers.join('–');
    return per ? `${per} ${text}${tail}` : `${text}${tail}`;
  }
  const word = max === undefined || max === null ? '不低于' : '最高';
  return `${per}${word} ${numbers[0]}${tail}`;
}
