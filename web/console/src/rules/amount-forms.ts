import { itemsOf, plainOf, type Plain } from './rule-nodes.js';

/** How an amount is worked out, as the editor offers it; `json` is everything else. */
export type AmountKind = 'none' | 'fixed' | 'range' | 'percent' | 'perUnit' | 'tiers' | 'cases' | 'json';

export const AMOUNT_KINDS: readonly [AmountKind, string][] = [
  ['none', '不算金额'],
  ['fixed', '固定金额'],
  ['range', '在两个金额之间'],
  ['percent', '按百分比'],
  ['perUnit', '按数量，每一个多少元'],
  ['tiers', '分档'],
  ['cases', '按情形'],
  ['json', '其他算法（写 JSON）'],
];

/** What a case may give; cases in cases are written as JSON. */
export const FORMULA_KINDS = AMOUNT_KINDS.filter(([kind]) => kind !== 'none' && kind !== 'cases');

/** Which form shows a formula completely. */
function kindOf(formula: Plain): AmountKind {
  if ('fixed' in formula) return Array.isArray(formula.fixed) ? 'range' : 'fixed';
  return (['percent', 'perUnit', 'tiers', 'cases'] as const).find((kind) => kind in formula) ?? 'json';
}

/** Which form shows an amount completely. */
export const amountKindOf = (amount: unknown): AmountKind =>
  amount === undefined ? 'none' : kindOf(plainOf(plainOf(amount).formula));

/** Which form shows the formula of a case completely. */
export function formulaKindOf(formula: Plain): AmountKind {
  const kind = kindOf(formula);
  return kind === 'cases' ? 'json' : kind;
}

/** An empty formula of a kind; its floor and cap stay. */
export function formulaOf(kind: AmountKind, before: Plain): Plain {
  const { atLeast, atMost } = before;
  const bounds = {
    ...(atLeast === undefined ? {} : { atLeast }),
    ...(atMost === undefined ? {} : { atMost }),
  };
  switch (kind) {
    case 'none':
    case 'fixed':
      return { fixed: null, ...bounds };
    case 'range':
      return { fixed: [null, null], ...bounds };
    case 'percent':
      return { percent: null, of: before.of ?? null, ...bounds };
    case 'perUnit':
      return { perUnit: null, of: before.of ?? null, ...bounds };
    case 'tiers':
      return { tiers: [{ upTo: null, amount: null }], of: before.of ?? null, ...bounds };
    case 'cases':
      return { cases: [{ when: {}, formula: { fixed: null } }], ...bounds };
    case 'json':
      return before;
  }
}

/** The same object with a field set, or without it. */
export function withField(plain: Plain, name: string, value: unknown): Plain {
  const { [name]: _before, ...others } = plain;
  return value === undefined ? others : { ...others, [name]: value };
}

/** The lower and the upper end of a sum; both the same where it is one number. */
export const endsOf = (sum: unknown): [unknown, unknown] =>
  Array.isArray(sum) ? [itemsOf(sum)[0], itemsOf(sum)[1]] : [sum, undefined];
