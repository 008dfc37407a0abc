import type { AnswerColumn } from './answer-columns.js';
import type { Subject } from './attribute.js';
import type { Day } from './calendar.js';
import type { Evaluate } from './compile-condition.js';
import { leavesOf } from './condition-leaves.js';
import { type Encoded, type EncodedAnswers, encodeValue, workOutMore } from './encoded-answers.js';
import { TRUE } from './kleene.js';
import type { Condition } from './rule.js';
import { attributesOf, findAttribute, slotOf } from './vocabulary.js';

/** What must be known to judge a condition: what it asks, and what that may be worked out from. */
export function attributesNeeded(condition: Condition, subject: Subject): string[] {
  const asked = leavesOf(condition).map(({ attribute }) => attribute);
  return [...new Set(asked.flatMap((key) => [key, ...(findAttribute(subject, key)?.derivedFrom ?? [])]))];
}

interface Slot {
  slot: number;
  encoded: readonly (Encoded | undefined)[];
  places: Uint16Array;
}

function slotsOf(columns: readonly AnswerColumn[], subject: Subject): Slot[] {
  return columns.flatMap(({ key, values, places }) => {
    const attribute = findAttribute(subject, key);
    // Asked once, but no longer in the vocabulary.
    if (!attribute) return [];
    const encoded = [undefined, ...values.map((value) => encodeValue(attribute, value))];
    return [{ slot: slotOf(subject, key), encoded, places }];
  });
}

/**
 * Which of some profiles a condition holds for certain, by place.
 * @param columns all that are needed of what was answered
 */
export function judgeColumns(
  evaluate: Evaluate,
  subject: Subject,
  columns: readonly AnswerColumn[],
  profiles: number,
  today: Day,
): number[] {
  const slots = slotsOf(columns, subject);
  const found: number[] = [];
  const values: EncodedAnswers = attributesOf(subject).map(() => undefined);
  for (let at = 0; at < profiles; at += 1) {
    values.fill(undefined);
    for (const { slot, encoded, places } of slots) values[slot] = encoded[places[at] ?? 0];
    workOutMore(subject, values, today);
    if (evaluate(values) === TRUE) found.push(at);
  }
  return found;
}
