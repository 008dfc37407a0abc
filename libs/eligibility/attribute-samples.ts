import type { Attribute, Subject } from './attribute.js';
import type { Day } from './calendar.js';
import type { Encoded } from './encoded-answers.js';
import { bitsOf } from './encoded-answers.js';
import { operatorOf } from './operators.js';
import type { Leaf } from './rule.js';
import { findAttribute } from './vocabulary.js';

/** Above this many parts, their combinations are too many to look at. */
const MOST_ATOMS = 8;

function combinations<T>(atoms: readonly T[]): T[][] {
  let sets: T[][] = [[]];
  for (const atom of atoms) sets = [...sets, ...sets.map((set) => [...set, atom])];
  return sets;
}

function setSamples(attribute: Attribute, leaves: readonly Leaf[]): Encoded[] | null {
  const mentioned = new Set(leaves.flatMap(({ operand }) => operand as string | string[]));
  if (mentioned.size > MOST_ATOMS) return null;
  return combinations([...mentioned]).map((set) => bitsOf(attribute, set));
}

function dayListSamples(samples: readonly Encoded[]): Encoded[] | null {
  const days = [...new Set((samples as readonly Day[][]).flat())];
  return days.length > MOST_ATOMS ? null : combinations(days);
}

/**
 * Values of an attribute among which every combination of truth values that its leaves can have occurs; null where
 * there would be too many.
 */
export function samplesOf(subject: Subject, leaves: readonly Leaf[], today: Day): Encoded[] | null {
  const [first] = leaves;
  const attribute = first && findAttribute(subject, first.attribute);
  if (!attribute) return [];
  if (attribute.type === 'choices') return setSamples(attribute, leaves);
  const all = leaves.flatMap(
    ({ operator, operand }) => operatorOf(attribute, operator)?.samples(operand, attribute, today) ?? [],
  );
  if (attribute.type === 'dates') return dayListSamples(all);
  const distinct = new Map(all.map((value) => [JSON.stringify(value), value]));
  return [...distinct.values()];
}
