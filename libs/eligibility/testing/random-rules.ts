import type { AnswerValue, Attribute, Subject } from '../attribute.js';
import { industryName } from '../code-range.js';
import { operatorNamesOf, type OperatorName } from '../operators.js';
import { attributesOf } from '../vocabulary.js';

/** A repeatable source of chance (mulberry32). */
export class Chance {
  constructor(private state: number) {}

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  /** Some of a list, at least one. */
  some<T>(list: readonly T[]): T[] {
    const chosen = list.filter(() => this.next() < 0.3);
    return chosen.length > 0 ? chosen : [this.pick(list)];
  }
}

const NUMBERS = [0, 1, 2, 3, 5, 10, 20, 24, 25, 26, 50, 60, 99, 100, 299, 300, 500, 1_000, 2_000, 4_999];
const AREAS = ['000000', '420000', '420800', '420802', '420881', '420100', '420102', '110000', '110101'];
const BRANCHES = [
  ...['A', 'C', 'G', 'I', 'J', 'K', 'L', 'M', '01', '26', '39', '47', '51', '52', '54', '59', '591', '592'],
  ...['60', '61', '63', '65', '651', '6511', '70', '701', '702', '704', '71', '73', '391', '3911'],
].filter((code) => industryName(code) !== null);
const DAYS = [
  ...['1950-06-01', '1966-11-24', '1966-11-25', '1999-11-24', '2000-02-29', '2001-11-24', '2001-11-25'],
  ...['2008-02-29', '2020-11-24', '2023-11-24', '2023-11-25', '2024-02-29', '2024-11-23', '2024-11-24'],
  ...['2025-11-24', '2025-11-25', '2026-01-01', '2026-05-24', '2026-08-31', '2026-11-24', '2026-12-31'],
];

function number(chance: Chance, { type, min = 0, max = 1e6 }: Attribute): number {
  const value = chance.pick(NUMBERS) + (type === 'number' && chance.next() < 0.2 ? 0.5 : 0);
  return Math.min(max, Math.max(min, value));
}

const options = ({ options: all = [] }: Attribute): string[] => all.map(({ value }) => value);

/** An answer of any kind that the attribute can have. */
export function randomAnswer(chance: Chance, attribute: Attribute): AnswerValue {
  switch (attribute.type) {
    case 'integer':
    case 'number':
      return number(chance, attribute);
    case 'flag':
      return chance.next() < 0.5;
    case 'choice':
      return chance.pick(options(attribute));
    case 'choices':
      return chance.next() < 0.2 ? [] : chance.some(options(attribute));
    case 'region':
      return chance.pick(AREAS);
    case 'industry':
      return chance.pick(BRANCHES);
    case 'date':
      return chance.pick(DAYS);
    case 'dates':
      return chance.next() < 0.2 ? [] : chance.some(DAYS);
  }
}

/** Answers to about half of all that can be asked. */
export function randomAnswers(chance: Chance, subject: Subject): Record<string, AnswerValue> {
  const known = 0.3 + chance.next() * 0.6;
  const answers: Record<string, AnswerValue> = {};
  for (const attribute of attributesOf(subject)) {
    if (chance.next() < known) answers[attribute.key] = randomAnswer(chance, attribute);
  }
  return answers;
}

function operand(chance: Chance, attribute: Attribute, operator: OperatorName): unknown {
  const pair = (values: [number, number] | [string, string]) =>
    values[0] <= values[1] ? values : [values[1], values[0]];
  switch (operator) {
    case 'between':
      return attribute.type === 'date'
        ? pair([chance.pick(DAYS), chance.pick(DAYS)])
        : pair([number(chance, attribute), number(chance, attribute)]);
    case 'in':
    case 'includesAny':
    case 'includesAll':
      return chance.some(options(attribute));
    case 'under':
      return chance.some(attribute.type === 'region' ? AREAS : BRANCHES).slice(0, 4);
    case 'agoAtLeast':
    case 'agoAtMost':
      return chance.next() < 0.5 ? { years: chance.below(30) } : { months: chance.below(40) };
    case 'someAge': {
      const [atLeast, atMost] = pair([chance.below(20), chance.below(20)]);
      return chance.next() < 0.5 ? { atMost } : { atLeast, atMost };
    }
    case 'onOrBefore':
    case 'onOrAfter':
      return chance.pick(DAYS);
    case 'is':
      return attribute.type === 'flag' ? chance.next() < 0.5 : chance.pick(options(attribute));
    case 'includes':
      return chance.pick(options(attribute));
    case 'below':
    case 'atMost':
    case 'above':
    case 'atLeast':
    case 'equals':
      return attribute.type === 'choice' ? chance.pick(options(attribute)) : number(chance, attribute);
  }
}

/** A condition as JSON, of some depth, about any attributes. */
export function randomCondition(chance: Chance, subject: Subject, depth = 3): Record<string, unknown> {
  const kind = depth === 0 ? 1 : chance.next();
  if (kind > 0.45) {
    const attribute = chance.pick(attributesOf(subject));
    const operator = chance.pick(operatorNamesOf(attribute));
    return {
      attribute: attribute.key,
      [operator]: operand(chance, attribute, operator),
      sentence: '申请条件',
    };
  }
  const parts = Array.from({ length: 1 + chance.below(4) }, () =>
    randomCondition(chance, subject, depth - 1),
  );
  if (kind < 0.15) return { all: parts };
  if (kind < 0.3) return { any: parts };
  if (kind < 0.37) return { not: parts[0] };
  return { atLeast: 1 + chance.below(parts.length), of: parts };
}
