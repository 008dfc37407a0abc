import type { Answers, Subject } from './attribute.js';
import type { Day } from './calendar.js';
import { compileCondition, type Evaluate } from './compile-condition.js';
import type { EncodedAnswers } from './encoded-answers.js';
import { eligibleFrom, type Failure, failuresOf, type Finding, findingsOf } from './explain.js';
import { FALSE, type Kleene, TRUE, UNKNOWN } from './kleene.js';
import { fewestQuestions } from './questions.js';
import type { RulePart } from './rule.js';
import { type Amount, workOutAmount } from './work-out-amount.js';

/** Answers as given and as judged. */
export interface Situation {
  subject: Subject;
  answers: Answers;
  values: EncodedAnswers;
  today: Day;
}

/** How a clause stands to somebody. `unruled`: nobody has written its rules, so read the conditions. */
export type JudgedVerdict = 'eligible' | 'unknown' | 'ineligible' | 'unruled';

/** A line of the conditions, and how it stands; `unchecked`: no leaf is bound to it. */
export interface JudgedSentence {
  text: string;
  state: 'met' | 'open' | 'failed' | 'unchecked';
}

/** All that the rules of one clause say of somebody. */
export interface Judgement {
  verdict: JudgedVerdict;
  sentences: JudgedSentence[];
  failures: Failure[];
  /** The day from which time alone makes it fit. */
  eligibleFrom: string | null;
  /** Attributes that settle it, the most informative first. */
  questions: string[];
  amount: Amount | null;
}

export const VERDICT_OF: Record<Kleene, JudgedVerdict> = {
  [TRUE]: 'eligible',
  [UNKNOWN]: 'unknown',
  [FALSE]: 'ineligible',
};

/** A line has failed where one of its leaves has, unless the whole is met another way. */
function stateOf(findings: readonly Finding[], verdict: JudgedVerdict): JudgedSentence['state'] {
  if (findings.length === 0) return 'unchecked';
  if (findings.some(({ state }) => state === TRUE) || verdict === 'eligible') return 'met';
  return findings.some(({ state }) => state === UNKNOWN) ? 'open' : 'failed';
}

/**
 * Judges one part of a rule and says why.
 * @param lines of the clause's conditions
 * @param judge the part's condition where it is compiled already
 */
export function judgePart(
  part: RulePart | undefined,
  lines: readonly string[],
  situation: Situation,
  judge?: Evaluate,
): Judgement {
  const { subject, answers, values, today } = situation;
  const evaluate = judge ?? (part && compileCondition(part.when, subject, today));
  const verdict = evaluate ? VERDICT_OF[evaluate(values)] : 'unruled';
  const failures = part && verdict === 'ineligible' ? failuresOf(part.when, situation) : [];
  const failed = [...new Set(failures.flatMap(({ sentences }) => sentences))];
  const findings = part ? findingsOf(part.when, situation) : [];
  const sentences = lines.map((text): JudgedSentence => {
    if (failed.some((sentence) => text.includes(sentence))) return { text, state: 'failed' };
    return {
      text,
      state: stateOf(
        findings.filter(({ sentence }) => text.includes(sentence)),
        verdict,
      ),
    };
  });
  return {
    verdict,
    sentences,
    failures,
    eligibleFrom: part ? eligibleFrom(part.when, subject, answers, failures, today) : null,
    questions: part && verdict === 'unknown' ? fewestQuestions(part.when, subject, values, today) : [],
    amount:
      part?.amount && verdict !== 'ineligible' ? workOutAmount(part.amount, subject, values, today) : null,
  };
}
