import {
  askedFor,
  attributesOf,
  leavesOf,
  type RulePart,
  type Situation,
  type Subject,
} from '#libs/eligibility';

/** What to ask about a clause that is not settled, or whose amount is not. */
export interface OpenClause {
  part: RulePart;
  /** Attributes that would narrow the amount of one that is settled. */
  needs: readonly string[];
}

const AMOUNT_WEIGHT = 0.5;

function openKeys({ part }: OpenClause, { subject, values }: Situation): Set<string> {
  const keys = new Set(leavesOf(part.when).map(({ attribute }) => attribute));
  return new Set([...keys].flatMap((key) => askedFor(subject, key, values)));
}

function scoresOf(open: readonly OpenClause[], situation: Situation): Map<string, number> {
  const scores = new Map<string, number>();
  const add = (key: string, weight: number): void => void scores.set(key, (scores.get(key) ?? 0) + weight);
  for (const clause of open) {
    if (clause.needs.length > 0) {
      const needed = clause.needs.flatMap((key) => askedFor(situation.subject, key, situation.values));
      for (const key of needed) add(key, AMOUNT_WEIGHT / needed.length);
      continue;
    }
    const keys = [...openKeys(clause, situation)].filter((key) => situation.answers[key] === undefined);
    // The fewer a clause still needs, the more each of them is worth.
    for (const key of keys) add(key, 1 / keys.length);
  }
  return scores;
}

function openings(subject: Subject): string[] {
  return attributesOf(subject)
    .filter(({ opening }) => opening !== undefined)
    .sort((a, b) => (a.opening ?? 0) - (b.opening ?? 0))
    .map(({ key }) => key);
}

/**
 * What to ask next: the opening questions in their order, then those that occur in most unsettled clauses, weighed
 * by how few questions each of these still needs.
 */
export function nextQuestions(
  open: readonly OpenClause[],
  situation: Situation,
  skipped: ReadonlySet<string>,
  limit: number,
): string[] {
  const isOpen = (key: string): boolean => situation.answers[key] === undefined && !skipped.has(key);
  const scores = scoresOf(open, situation);
  const first = openings(situation.subject).filter(isOpen);
  const ranked = [...scores].sort(([, a], [, b]) => b - a).map(([key]) => key);
  return [...new Set([...first, ...ranked.filter(isOpen)])].slice(0, limit);
}
