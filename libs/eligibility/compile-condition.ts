import type { Subject } from './attribute.js';
import type { Day } from './calendar.js';
import type { EncodedAnswers } from './encoded-answers.js';
import { FALSE, type Kleene, not, TRUE, UNKNOWN } from './kleene.js';
import type { Test } from './operator.js';
import { operatorOf } from './operators.js';
import type { Condition, Leaf } from './rule.js';
import { findAttribute, slotOf } from './vocabulary.js';

/** Judges encoded answers. */
export type Evaluate = (values: EncodedAnswers) => Kleene;

/** What is wrong here was wrong when the rule was checked. */
function unchecked(leaf: Leaf): Error {
  return new Error(`Unchecked leaf at ${leaf.path}`);
}

/** The test of a leaf for known values. @throws Error for a leaf that was not checked */
export function testOf(leaf: Leaf, subject: Subject, today: Day): Test {
  const attribute = findAttribute(subject, leaf.attribute);
  const operator = attribute && operatorOf(attribute, leaf.operator);
  if (!attribute || !operator) throw unchecked(leaf);
  return operator.test(leaf.operand, attribute, today);
}

function compileLeaf(leaf: Leaf, subject: Subject, today: Day): Evaluate {
  const slot = slotOf(subject, leaf.attribute);
  const test = testOf(leaf, subject, today);
  return (values) => {
    const value = values[slot];
    return value === undefined ? UNKNOWN : test(value);
  };
}

function allOf(parts: readonly Evaluate[]): Evaluate {
  return (values) => {
    let least: Kleene = TRUE;
    for (const part of parts) {
      const value = part(values);
      if (value === FALSE) return FALSE;
      if (value < least) least = value;
    }
    return least;
  };
}

function anyOf(parts: readonly Evaluate[]): Evaluate {
  return (values) => {
    let greatest: Kleene = FALSE;
    for (const part of parts) {
      const value = part(values);
      if (value === TRUE) return TRUE;
      if (value > greatest) greatest = value;
    }
    return greatest;
  };
}

function atLeast(count: number, parts: readonly Evaluate[]): Evaluate {
  return (values) => {
    let missing = count;
    let open = 0;
    for (const part of parts) {
      const value = part(values);
      if (value === TRUE) missing -= 1;
      else if (value === UNKNOWN) open += 1;
    }
    return missing <= 0 ? TRUE : open >= missing ? UNKNOWN : FALSE;
  };
}

/** Makes a condition into a function; relative dates count from `today`, so compile anew each day. */
export function compileCondition(condition: Condition, subject: Subject, today: Day): Evaluate {
  if (condition.kind === 'leaf') return compileLeaf(condition, subject, today);
  if (condition.kind === 'not') {
    const part = compileCondition(condition.part, subject, today);
    return (values) => not(part(values));
  }
  const parts = condition.parts.map((part) => compileCondition(part, subject, today));
  if (condition.kind === 'all') return allOf(parts);
  return condition.kind === 'any' ? anyOf(parts) : atLeast(condition.count, parts);
}
