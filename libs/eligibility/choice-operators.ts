import type { Attribute } from './attribute.js';
import { allBits, bitsOf, type Encoded } from './encoded-answers.js';
import { truth, withinBits } from './kleene.js';
import { change, type Operator } from './operator.js';
import { optionLabel } from './vocabulary.js';

const quoted = (attribute: Attribute, values: readonly string[]): string =>
  values.map((value) => `“${optionLabel(attribute, value)}”`).join('、');

const knows = (attribute: Attribute, value: unknown): value is string =>
  attribute.options?.some((option) => option.value === value) ?? false;

function unknownOption(attribute: Attribute, value: unknown): string {
  const known = (attribute.options ?? []).map((option) => option.value).join('、');
  return `“${attribute.label}”没有选项 ${String(value).slice(0, 40)}，可以写 ${known}`;
}

const listOf = (operand: unknown): readonly string[] =>
  typeof operand === 'string' ? [operand] : (operand as readonly string[]);

const oneFault: Operator['fault'] = (operand, attribute) =>
  knows(attribute, operand) ? null : unknownOption(attribute, operand);

const listFault: Operator['fault'] = (operand, attribute) => {
  if (!Array.isArray(operand) || operand.length === 0) return '应为选项的列表，至少一项';
  const wrong: unknown = operand.find((value) => !knows(attribute, value));
  if (wrong !== undefined) return unknownOption(attribute, wrong);
  return new Set(operand).size < operand.length ? '选项重复，请只写一次' : null;
};

const singles = (attribute: Attribute): Encoded[] =>
  (attribute.options ?? []).map((_option, place) => 1 << place);

/** All sets that can be made of the mentioned options; nothing else can tell two sets apart. */
function subsets(attribute: Attribute, values: readonly string[]): Encoded[] {
  let sets: number[] = [0];
  for (const value of values) {
    const bit = bitsOf(attribute, [value]);
    sets = [...sets, ...sets.map((set) => set | bit)];
  }
  return sets;
}

/** The options at or beyond one in the order, as bits. */
function beyond(attribute: Attribute, value: string, direction: 'up' | 'down'): number {
  const bit = bitsOf(attribute, [value]);
  const upTo = bit * 2 - 1;
  return direction === 'down' ? upTo : allBits(attribute) & ~(bit - 1);
}

function choosing(
  fault: Operator['fault'],
  bits: (operand: unknown, attribute: Attribute) => number,
  words: (operand: unknown, attribute: Attribute) => string,
): Operator {
  return {
    fault,
    test: (operand, attribute) => {
      const wanted = bits(operand, attribute);
      return (value) => withinBits(value as number, wanted);
    },
    samples: (_operand, attribute) => singles(attribute),
    describe: words,
    change: (operand, { attribute, wanted }) =>
      change(`${wanted ? '' : '不再'}是${words(operand, attribute)}`),
  };
}

function holding(
  fault: Operator['fault'],
  test: (value: number, wanted: number) => boolean,
  words: (operand: unknown, attribute: Attribute) => string,
): Operator {
  return {
    fault,
    test: (operand, attribute) => {
      const wanted = bitsOf(attribute, listOf(operand));
      return (value) => truth(test(value as number, wanted));
    },
    samples: (operand, attribute) => subsets(attribute, listOf(operand)),
    describe: words,
    change: (operand, { attribute, wanted }) =>
      change(`${wanted ? '具备' : '不再有'}${words(operand, attribute)}`),
  };
}

const names: Operator['describe'] = (operand, attribute) => quoted(attribute, listOf(operand));
const anyName: Operator['describe'] = (operand, attribute) =>
  listOf(operand).length > 1 ? `${names(operand, attribute)}之一` : names(operand, attribute);

const flagIs: Operator = {
  fault: (operand) => (typeof operand === 'boolean' ? null : '应为 true 或 false'),
  test: (operand) => {
    const wanted = Number(operand);
    return (value) => truth(value === wanted);
  },
  samples: () => [0, 1],
  describe: (operand) => (operand ? '是' : '否'),
  change: (operand, { attribute, wanted }) =>
    change(`“${attribute.label}”应为“${(operand === true) === wanted ? '是' : '否'}”`),
};

/** Comparisons of options. A choice may be half known: then its bits are the options that are still possible. */
export const CHOICE_OPERATORS = {
  flag: { is: flagIs },
  choice: {
    is: choosing(oneFault, (operand, attribute) => bitsOf(attribute, listOf(operand)), names),
    in: choosing(listFault, (operand, attribute) => bitsOf(attribute, listOf(operand)), anyName),
    atLeast: choosing(
      oneFault,
      (operand, attribute) => beyond(attribute, operand as string, 'up'),
      (operand, attribute) => `${names(operand, attribute)}以上`,
    ),
    atMost: choosing(
      oneFault,
      (operand, attribute) => beyond(attribute, operand as string, 'down'),
      (operand, attribute) => `${names(operand, attribute)}以下`,
    ),
  },
  choices: {
    includes: holding(oneFault, (value, wanted) => (value & wanted) === wanted, names),
    includesAny: holding(listFault, (value, wanted) => (value & wanted) !== 0, anyName),
    includesAll: holding(listFault, (value, wanted) => (value & wanted) === wanted, names),
  },
} satisfies Record<string, Record<string, Operator>>;
