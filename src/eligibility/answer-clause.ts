import { findAttribute, judgePart, type Situation, type Subject } from '#libs/eligibility';
import { toClauseSummary } from '../clauses/to-clause-view.js';
import type { ClauseAnswerView, QuestionView } from './answer.view.js';
import type { BookEntry } from './rule-book.service.js';

/** An attribute as it is asked. */
export function questionOf(subject: Subject, key: string): QuestionView[] {
  const attribute = findAttribute(subject, key);
  if (!attribute) return [];
  const { derivedFrom: _derived, opening: _opening, yuan: _yuan, ordered: _ordered, ...view } = attribute;
  return [view];
}

/** All that one clause answers. */
export function answerClause(entry: BookEntry, situation: Situation): ClauseAnswerView {
  const { subject, today } = situation;
  const { version } = entry.row;
  const { questions, ...judged } = judgePart(
    entry.rule?.parts[subject],
    version.conditions,
    situation,
    entry.judge[subject],
  );
  return {
    ...judged,
    clause: toClauseSummary(entry.row),
    closed: version.applyTo !== null && Number(version.applyTo.replaceAll('-', '')) < today,
    questions: questions.flatMap((key) => questionOf(subject, key)),
  };
}
