import {
  type AnswerValue,
  type Attribute,
  attributesOf,
  attributesOfFormula,
  checkAnswers,
  encodeAnswers,
  type Judgement,
  judgePart,
  leavesOf,
  parseDay,
  parseRule,
  type RulePart,
  type Subject,
} from '#libs/eligibility';

/** A made-up profile; what is missing is unknown. */
export type SampleValues = Readonly<Record<string, unknown>>;

const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** Today in Beijing, yyyymmdd. */
export const today = (): number => parseDay(DAY.format(new Date())) ?? 0;

/** A part of a rule as it would be judged; null as long as the rule is not right. */
export const partToTry = (rule: unknown, lines: readonly string[], subject: Subject): RulePart | null =>
  parseRule(rule, lines, today()).rule?.parts[subject] ?? null;

/** What the part looks at, and what that can be worked out from; in the order in which people are asked. */
export function askedBy({ when, amount }: RulePart, subject: Subject): Attribute[] {
  const keys = new Set([
    ...leavesOf(when).map(({ attribute }) => attribute),
    ...(amount ? attributesOfFormula(amount.formula) : []),
  ]);
  const all = attributesOf(subject);
  for (const { key, derivedFrom = [] } of all)
    if (keys.has(key)) derivedFrom.forEach((source) => keys.add(source));
  return all.filter(({ key }) => keys.has(key));
}

/** What the public would be told; faults are answers that are none. */
export function tryPart(
  part: RulePart,
  lines: readonly string[],
  subject: Subject,
  values: SampleValues,
): { judgement: Judgement; faults: ReadonlyMap<string, string> } {
  const { answers, faults } = checkAnswers(subject, values);
  const day = today();
  const situation = {
    subject,
    answers: answers as Readonly<Record<string, AnswerValue>>,
    values: encodeAnswers(subject, answers, day),
    today: day,
  };
  return {
    judgement: judgePart(part, lines, situation),
    faults: new Map(faults.map(({ attribute, message }) => [attribute, message])),
  };
}
