import type { Attribute, AttributeType } from './attribute.js';
import type { Day } from './calendar.js';
import { CHOICE_OPERATORS } from './choice-operators.js';
import { DATE_OPERATORS } from './date-operators.js';
import type { Operator } from './operator.js';
import { NUMBER_OPERATORS } from './number-operators.js';
import { TREE_OPERATORS } from './tree-operators.js';

/** Names as rules write them; one name may mean different things for different types. */
export const OPERATOR_NAMES = [
  'below',
  'atMost',
  'above',
  'atLeast',
  'equals',
  'between',
  'is',
  'in',
  'includes',
  'includesAny',
  'includesAll',
  'under',
  'onOrBefore',
  'onOrAfter',
  'agoAtLeast',
  'agoAtMost',
  'someAge',
] as const;
export type OperatorName = (typeof OPERATOR_NAMES)[number];

type Table = Partial<Record<OperatorName, Operator>>;

const BY_TYPE: Record<AttributeType, Table> = {
  integer: NUMBER_OPERATORS,
  number: NUMBER_OPERATORS,
  flag: CHOICE_OPERATORS.flag,
  choice: CHOICE_OPERATORS.choice,
  choices: CHOICE_OPERATORS.choices,
  region: TREE_OPERATORS,
  industry: TREE_OPERATORS,
  date: DATE_OPERATORS.date,
  dates: DATE_OPERATORS.dates,
};

/** The operator of that name for values of an attribute; undefined where they cannot be compared so. */
export function operatorOf(attribute: Attribute, name: OperatorName): Operator | undefined {
  if (attribute.type === 'choice' && !attribute.ordered && (name === 'atLeast' || name === 'atMost')) {
    return undefined;
  }
  return BY_TYPE[attribute.type][name];
}

/** What may be written for an attribute. */
export const operatorNamesOf = (attribute: Attribute): OperatorName[] =>
  OPERATOR_NAMES.filter((name) => operatorOf(attribute, name) !== undefined);

export type { Day };
