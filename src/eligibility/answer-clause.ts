import {
  type Answers,
  eligibleFrom,
  type EncodedAnswers,
  failuresOf,
  FALSE,
  fewestQuestions,
  findAttribute,
  type Finding,
  findingsOf,
  type Kleene,
  type RulePart,
  type Subject,
  TRUE,
  UNKNOWN,
  workOutAmount,
} from '#libs/eligibility';
import { toClauseSummary } from '../clauses/to-clause-view.js';
import type { ClauseAnswerView, QuestionView, SentenceView, Verdict } from './answer.view.js';
import type { BookEntry } from './rule-book.service.js';

/** Answers as given and as judged. */
export interface Situation {
  subject: Subject;
  answers: Answers;
  values: EncodedAnswers;
  today: number;
}

export const VERDICT_OF: Record<Kleene, Verdict> = {
  [TRUE]: 'eligible',
  [UNKNOWN]: 'unknown',
  [FALSE]: 'ineligible',
};

/** An attribute as it is asked. */
export function questionOf(subject: Subject, key: string): QuestionView[] {
  const attribute = findAttribute(subject, key);
  if (!attribute) return [];
  const { derivedFrom: _derived, opening: _opening, yuan: _yuan, ordered: _ordered, ...view } = attribute;
  return [view];
}

/** A line has failed where one of its leaves has, unless the whole is met another way. */
function stateOf(findings: readonly Finding[], verdict: Verdict): SentenceView['state'] {
  if (findings.length === 0) return 'unchecked';
  if (findings.some(({ state }) => state === TRUE) || verdict === 'eligible') return 'met';
  return findings.some(({ state }) => state === UNKNOWN) ? 'open' : 'failed';
}

function sentencesOf(
  lines: readonly string[],
  part: RulePart | undefined,
  situation: Situation,
  verdict: Verdict,
) {
  const findings = part ? findingsOf(part.when, situation) : [];
  return lines.map((text) => ({
    text,
    state: stateOf(
      findings.filter(({ sentence }) => text.includes(sentence)),
      verdict,
    ),
  }));
}

/** All that one clause answers. */
export function answerClause(entry: BookEntry, situation: Situation): ClauseAnswerView {
  const { subject, answers, values, today } = situation;
  const part = entry.rule?.parts[subject];
  const judged = entry.judge[subject]?.(values);
  const verdict: Verdict = judged === undefined ? 'unruled' : VERDICT_OF[judged];
  const failures = part && verdict === 'ineligible' ? failuresOf(part.when, situation) : [];
  const failed = new Set(failures.flatMap(({ sentences }) => sentences));
  const sentences = sentencesOf(entry.row.version.conditions, part, situation, verdict).map((line) =>
    [...failed].some((sentence) => line.text.includes(sentence))
      ? { ...line, state: 'failed' as const }
      : line,
  );
  const questions = part && verdict === 'unknown' ? fewestQuestions(part.when, subject, values, today) : [];
  const { applyTo } = entry.row.version;
  return {
    clause: toClauseSummary(entry.row),
    verdict,
    closed: applyTo !== null && Number(applyTo.replaceAll('-', '')) < today,
    sentences,
    failures,
    eligibleFrom: part ? eligibleFrom(part.when, subject, answers, failures, today) : null,
    questions: questions.flatMap((key) => questionOf(subject, key)),
    amount:
      part?.amount && verdict !== 'ineligible' ? workOutAmount(part.amount, subject, values, today) : null,
  };
}
