import type { Answers, Attribute, AnswerValue, Subject } from './attribute.js';
import { type Day, parseDay, yearsBetween } from './calendar.js';
import { areaRange, type CodeRange, industryRange } from './code-range.js';
import { factsOf, possibleSizes, type SizeFacts, sizeRowOf } from './size-class.js';
import { attributesOf, slotOf } from './vocabulary.js';

/**
 * A value as it is judged: a number; a day; 0 or 1; bits of options (for a choice those that are still possible);
 * an interval of codes; or the days of a list.
 */
export type Encoded = number | CodeRange | readonly Day[];

/** The values of a subject by `slotOf`; undefined where unknown. */
export type EncodedAnswers = (Encoded | undefined)[];

/** The bits of options; unknown options have none. */
export const bitsOf = ({ options = [] }: Attribute, values: readonly string[]): number =>
  options.reduce((bits, { value }, place) => (values.includes(value) ? bits | (1 << place) : bits), 0);

/** All options of an attribute as bits. */
export const allBits = ({ options = [] }: Attribute): number => 2 ** options.length - 1;

/** Encodes one answer; undefined where it is none of the attribute's type. */
export function encodeValue(attribute: Attribute, value: AnswerValue): Encoded | undefined {
  switch (attribute.type) {
    case 'integer':
    case 'number':
      return typeof value === 'number' ? value : undefined;
    case 'flag':
      return typeof value === 'boolean' ? Number(value) : undefined;
    case 'choice':
      return typeof value === 'string' ? bitsOf(attribute, [value]) || undefined : undefined;
    case 'choices':
      return Array.isArray(value) ? bitsOf(attribute, value) : undefined;
    case 'region':
      return typeof value === 'string' ? (areaRange(value) ?? undefined) : undefined;
    case 'industry':
      return typeof value === 'string' ? (industryRange(value) ?? undefined) : undefined;
    case 'date':
      return typeof value === 'string' ? (parseDay(value) ?? undefined) : undefined;
    case 'dates':
      return Array.isArray(value) ? value.map((text) => parseDay(text) ?? 0) : undefined;
  }
}

const GREATEST_SHARE = 10_000;

const isRange = (value: Encoded | undefined): value is CodeRange => Array.isArray(value);
const number = (value: Encoded | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;

function deriveSize(values: EncodedAnswers): number | undefined {
  const industry = values[slotOf('enterprise', 'industry')];
  const sizeRow = isRange(industry) ? sizeRowOf(industry) : null;
  if (!sizeRow) return undefined;
  const facts: SizeFacts = {};
  for (const fact of factsOf(sizeRow)) facts[fact] = number(values[slotOf('enterprise', fact)]);
  const possible = possibleSizes(sizeRow, facts);
  return possible === 15 ? undefined : possible;
}

/** Spending without income is the greatest share that can be answered. */
const percentOf = (part: number, whole: number): number =>
  part === 0 ? 0 : Math.min((part * 100) / whole, GREATEST_SHARE);

function deriveEnterprise(values: EncodedAnswers): void {
  const [size, share] = [slotOf('enterprise', 'size'), slotOf('enterprise', 'rdShare')];
  values[size] ??= deriveSize(values);
  const expense = number(values[slotOf('enterprise', 'rdExpense')]);
  const revenue = number(values[slotOf('enterprise', 'revenue')]);
  if (expense !== undefined && revenue !== undefined) values[share] ??= percentOf(expense, revenue);
}

function deriveCitizen(values: EncodedAnswers, today: Day): void {
  const birth = number(values[slotOf('citizen', 'birthDate')]);
  if (birth !== undefined) values[slotOf('citizen', 'age')] ??= yearsBetween(birth, today);
}

/** Fills in what follows from known values today. */
export function workOutMore(subject: Subject, values: EncodedAnswers, today: Day): void {
  if (subject === 'enterprise') deriveEnterprise(values);
  else deriveCitizen(values, today);
}

/** Encodes answers, and works out what follows from them today. */
export function encodeAnswers(subject: Subject, answers: Answers, today: Day): EncodedAnswers {
  const values = attributesOf(subject).map((attribute) => {
    const answer = answers[attribute.key];
    return answer === undefined ? undefined : encodeValue(attribute, answer);
  });
  workOutMore(subject, values, today);
  return values;
}
