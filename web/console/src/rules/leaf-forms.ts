import { type Attribute, OPERATOR_NAMES, type OperatorName, operatorNamesOf } from '#libs/eligibility';
import type { Plain } from './rule-nodes.js';

/** Which controls a value is entered with. */
export type ValueKind =
  'number' | 'pair' | 'flag' | 'option' | 'options' | 'codes' | 'date' | 'datePair' | 'period' | 'ages';

const NUMBERS: Partial<Record<OperatorName, string>> = {
  below: '少于',
  atMost: '不超过',
  above: '超过',
  atLeast: '不少于',
  equals: '正好是',
  between: '在两个数之间（含）',
};
const CHOICES: Partial<Record<OperatorName, string>> = {
  is: '是',
  in: '是其中一种',
  atLeast: '不低于',
  atMost: '不高于',
};
const LABELS: Record<Attribute['type'], Partial<Record<OperatorName, string>>> = {
  integer: NUMBERS,
  number: NUMBERS,
  flag: { is: '是否' },
  choice: CHOICES,
  choices: { includes: '有', includesAny: '有其中任意一样', includesAll: '每样都有' },
  region: { under: '在（含下级）' },
  industry: { under: '属于（含下级）' },
  date: {
    onOrBefore: '在这天或更早',
    onOrAfter: '在这天或更晚',
    between: '在两天之间（含）',
    agoAtLeast: '到今天已满',
    agoAtMost: '到今天不超过',
  },
  dates: { someAge: '有一个的年龄' },
};

/** What may be compared, with words for it. */
export const operatorChoices = (attribute: Attribute): { value: OperatorName; label: string }[] =>
  operatorNamesOf(attribute).map((value) => ({ value, label: LABELS[attribute.type][value] ?? value }));

/** The comparison that a leaf makes; undefined as long as none was chosen. */
export const operatorIn = (leaf: Plain): OperatorName | undefined =>
  OPERATOR_NAMES.find((name) => name in leaf);

/** Which controls an answer about an attribute is given with. */
export function answerKind({ type }: Attribute): ValueKind | 'dates' {
  switch (type) {
    case 'integer':
    case 'number':
      return 'number';
    case 'flag':
      return 'flag';
    case 'choice':
      return 'option';
    case 'choices':
      return 'options';
    case 'region':
    case 'industry':
      return 'codes';
    case 'date':
    case 'dates':
      return type;
  }
}

/** Which controls the operand of a comparison is entered with. */
export function operandKind(attribute: Attribute, operator: OperatorName): ValueKind {
  switch (operator) {
    case 'between':
      return attribute.type === 'date' ? 'datePair' : 'pair';
    case 'is':
      return attribute.type === 'flag' ? 'flag' : 'option';
    case 'in':
    case 'includesAny':
    case 'includesAll':
      return 'options';
    case 'under':
      return 'codes';
    case 'includes':
      return 'option';
    case 'onOrBefore':
    case 'onOrAfter':
      return 'date';
    case 'agoAtLeast':
    case 'agoAtMost':
      return 'period';
    case 'someAge':
      return 'ages';
    case 'below':
    case 'atMost':
    case 'above':
    case 'atLeast':
    case 'equals':
      return attribute.type === 'choice' ? 'option' : 'number';
  }
}

/** The leaf about another attribute: the first comparison that it has, the sentence as it was. */
export function leafAbout(attribute: Attribute, { sentence }: Plain): Plain {
  const [operator] = operatorNamesOf(attribute);
  const start = attribute.type === 'flag' ? true : null;
  return {
    attribute: attribute.key,
    ...(operator ? { [operator]: start } : {}),
    ...(sentence ? { sentence } : {}),
  };
}

/** The leaf with another comparison; a value that fits both stays. */
export function leafComparing(attribute: Attribute, leaf: Plain, operator: OperatorName): Plain {
  const before = operatorIn(leaf);
  const { attribute: key, sentence } = leaf;
  const fits = before && operandKind(attribute, before) === operandKind(attribute, operator);
  return { attribute: key, [operator]: fits ? leaf[before] : null, ...(sentence ? { sentence } : {}) };
}
