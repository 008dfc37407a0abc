import { type Answers, encodeAnswers, leavesOf, type Subject, TRUE } from '#libs/eligibility';
import type { BookEntry } from './rule-book.service.js';

/** Whether applications end before a day. */
const isClosed = ({ row }: BookEntry, today: number): boolean => {
  const { applyTo } = row.version;
  return applyTo !== null && Number(applyTo.replaceAll('-', '')) < today;
};

/** Clauses that fit answers today, by version id. */
export function fittingClauses(
  entries: Iterable<BookEntry>,
  subject: Subject,
  answers: Answers,
  today: number,
): Set<string> {
  const values = encodeAnswers(subject, answers, today);
  const fitting = new Set<string>();
  for (const entry of entries) {
    if (entry.judge[subject]?.(values) === TRUE && !isClosed(entry, today)) fitting.add(entry.row.version.id);
  }
  return fitting;
}

const MOVING = new Set(['age', 'children']);

/** Whether the calendar alone can turn a clause round. */
export const movesWithTime = ({ rule }: BookEntry, subject: Subject): boolean => {
  const part = rule?.parts[subject];
  return (
    part !== undefined &&
    leavesOf(part.when).some(({ attribute, operator }) => MOVING.has(attribute) || operator.startsWith('ago'))
  );
};
