import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseRule, type RulePart, type Subject } from '#libs/eligibility';

/** The rules of one demonstration clause for one subject. */
export interface DemoPart {
  code: string;
  part: RulePart;
  /** As written, for the peer. */
  plain: object;
}

interface DemoClause {
  code: string;
  conditions: string[];
  eligibility: Record<string, unknown>;
}

/** All rules of the demonstration catalogue for a subject. */
export function demoParts(subject: Subject, today: number): DemoPart[] {
  const folder = 'data-demo';
  const clauses = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const file = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { clauses?: DemoClause[] };
      return file.clauses ?? [];
    });
  return clauses.flatMap(({ code, conditions, eligibility }) => {
    const part = parseRule(eligibility, conditions, today).rule?.parts[subject];
    const plain = eligibility[subject] as { when: object } | undefined;
    return part && plain ? [{ code, part, plain: plain.when }] : [];
  });
}

/** As many as wanted: the demonstration's over and over. */
export const repeated = (parts: readonly DemoPart[], count: number): DemoPart[] =>
  Array.from({ length: count }, (_none, place) => parts[place % parts.length]).flatMap((part) => part ?? []);
