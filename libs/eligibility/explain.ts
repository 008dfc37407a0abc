import type { Answers, Subject } from './attribute.js';
import { type Day, parseDay } from './calendar.js';
import { compileCondition } from './compile-condition.js';
import { encodeAnswers, type EncodedAnswers } from './encoded-answers.js';
import { FALSE, type Kleene, TRUE } from './kleene.js';
import type { Change } from './operator.js';
import { operatorOf } from './operators.js';
import type { Condition, Leaf } from './rule.js';
import { findAttribute, slotOf } from './vocabulary.js';

/** One leaf and how it stands. */
export interface Finding {
  sentence: string;
  attribute: string;
  label: string;
  /** What is asked, in a few words. */
  asked: string;
  state: Kleene;
}

/** Why somebody does not qualify: sentences that demand it, and the ways to change it, any of which is enough. */
export interface Failure {
  sentences: string[];
  ways: Change[];
}

/** The answers that a condition is explained for. */
export interface ExplainContext {
  subject: Subject;
  values: EncodedAnswers;
  today: Day;
}

/** How every leaf stands, in the order of the rule. */
export function findingsOf(condition: Condition, context: ExplainContext): Finding[] {
  if (condition.kind === 'not') return findingsOf(condition.part, context);
  if (condition.kind !== 'leaf') return condition.parts.flatMap((part) => findingsOf(part, context));
  const attribute = findAttribute(context.subject, condition.attribute);
  if (!attribute) return [];
  const operator = operatorOf(attribute, condition.operator);
  return [
    {
      sentence: condition.sentence,
      attribute: attribute.key,
      label: attribute.label,
      asked: operator?.describe(condition.operand, attribute) ?? '',
      state: compileCondition(condition, context.subject, context.today)(context.values),
    },
  ];
}

function changeOf(leaf: Leaf, { subject, values, today }: ExplainContext, wanted: boolean): Failure {
  const attribute = findAttribute(subject, leaf.attribute);
  const value = values[slotOf(subject, leaf.attribute)];
  const operator = attribute && operatorOf(attribute, leaf.operator);
  if (!attribute || !operator || value === undefined) return { sentences: [leaf.sentence], ways: [] };
  const [source] = attribute.derivedFrom ?? [];
  const birth = attribute.unit === '岁' && source ? values[slotOf(subject, source)] : undefined;
  const born = typeof birth === 'number' ? birth : null;
  const way = operator.change(leaf.operand, { attribute, value, values, born, today, wanted });
  return { sentences: [leaf.sentence], ways: [way] };
}

/** Several things that must all change, as one way. */
function together(failures: readonly Failure[]): Change[] {
  const ways = failures.map(({ ways: [first] }) => first).filter((way) => way !== undefined);
  if (ways.length === 0) return [];
  const dates = ways.map(({ from }) => from);
  return [
    {
      text: ways.map(({ text }) => text).join('，并且'),
      from: dates.every((from) => from !== null) ? (dates.sort().at(-1) ?? null) : null,
      never: ways.some((way) => way.never),
    },
  ];
}

const choice = (branches: readonly Failure[][]): Failure => ({
  sentences: [...new Set(branches.flat().flatMap(({ sentences }) => sentences))],
  ways: branches.flatMap(together),
});

/**
 * Why a condition does not have the wanted value, and what would give it that value.
 * Empty where it has it already, or may still have it.
 */
export function failuresOf(condition: Condition, context: ExplainContext, wanted = true): Failure[] {
  const value = compileCondition(condition, context.subject, context.today)(context.values);
  if (value !== (wanted ? FALSE : TRUE)) return [];
  if (condition.kind === 'leaf') return [changeOf(condition, context, wanted)];
  if (condition.kind === 'not') return failuresOf(condition.part, context, !wanted);
  const branches = condition.parts
    .map((part) => failuresOf(part, context, wanted))
    .filter((failures) => failures.length > 0);
  const mustAll = (condition.kind === 'all') === wanted && condition.kind !== 'atLeast';
  return mustAll ? branches.flat() : [choice(branches)];
}

/** The first day from which time alone makes a condition true; null where it does not. */
export function eligibleFrom(
  condition: Condition,
  subject: Subject,
  answers: Answers,
  failures: readonly Failure[],
  today: Day,
): string | null {
  const days = failures.flatMap(({ ways }) => ways.flatMap(({ from }) => from ?? []));
  for (const text of [...new Set(days)].sort()) {
    const day = parseDay(text) ?? today;
    const holds = compileCondition(condition, subject, day)(encodeAnswers(subject, answers, day));
    if (holds === TRUE) return text;
  }
  return null;
}
