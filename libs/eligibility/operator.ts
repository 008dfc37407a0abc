import type { Attribute } from './attribute.js';
import type { Day } from './calendar.js';
import type { Encoded, EncodedAnswers } from './encoded-answers.js';
import type { Kleene } from './kleene.js';

/** Judges a known value. */
export type Test = (value: Encoded) => Kleene;

/** What would turn a leaf round. */
export interface Change {
  /** A few words: 再增加 2 人. */
  text: string;
  /** The first day on which time alone does it, YYYY-MM-DD. */
  from: string | null;
  /** Nothing that a person can do or wait for. */
  never: boolean;
}

/** What a change is worked out from. */
export interface ChangeContext {
  attribute: Attribute;
  /** The value that is wrong. */
  value: Encoded;
  /** All of them, for what values were worked out from. */
  values: EncodedAnswers;
  /** The day from which years count, for an age that was worked out. */
  born: Day | null;
  today: Day;
  /** False where the leaf is true and must not be. */
  wanted: boolean;
}

/** One way to compare, for attributes of some types. Operands were checked with `fault` before anything else. */
export interface Operator {
  /** What is wrong with an operand and what to write; null where nothing is. */
  fault(operand: unknown, attribute: Attribute): string | null;
  test(operand: unknown, attribute: Attribute, today: Day): Test;
  /** Values on and on both sides of every bound, as far as the attribute can take them. */
  samples(operand: unknown, attribute: Attribute, today: Day): Encoded[];
  /** What is asked: 不超过 300 人. */
  describe(operand: unknown, attribute: Attribute): string;
  change(operand: unknown, context: ChangeContext): Change;
}

export const change = (text: string, from: string | null = null): Change => ({ text, from, never: false });
export const never = (text: string): Change => ({ text, from: null, never: true });
