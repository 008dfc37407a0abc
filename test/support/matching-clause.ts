import type { INestApplicationContext } from '@nestjs/common';
import { compileCondition, encodeAnswers, parseRule, type Subject, TRUE } from '#libs/eligibility';
import { type Chance, randomCondition } from '../../libs/eligibility/testing/random-rules.js';
import type { ClauseRow } from '../../src/clauses/clause-row.js';
import { BEFORE_ALL_IDS, newId } from '../../src/database/new-id.js';
import { ProfileMatchingService } from '../../src/eligibility/profile-matching.service.js';
import { RuleBookService } from '../../src/eligibility/rule-book.service.js';
import type { StoredProfile } from './stored-profiles.js';

/** A clause with nothing but rules. */
export interface RuledClause {
  row: ClauseRow;
  /** Ids of the profiles that it fits, judged without anything of the matching, in their order. */
  fitting(profiles: readonly StoredProfile[]): string[];
}

/** A clause with a random condition for a subject. */
export function randomClause(chance: Chance, subject: Subject, today: number): RuledClause {
  for (;;) {
    const eligibility = { vocabulary: 1, [subject]: { when: randomCondition(chance, subject) } };
    const conditions = ['申请条件'];
    const part = parseRule(eligibility, conditions, today).rule?.parts[subject];
    if (!part) continue;
    const evaluate = compileCondition(part.when, subject, today);
    return {
      row: { version: { id: newId(), eligibility, conditions } } as unknown as ClauseRow,
      fitting: (profiles) =>
        profiles
          .filter((profile) => profile.subject === subject)
          .filter(({ answers }) => evaluate(encodeAnswers(subject, answers, today)) === TRUE)
          .map(({ id }) => id)
          .sort(),
    };
  }
}

/** Ids of the stored profiles that the matching finds, sorted; each as often as it is found. */
export async function foundBy(app: INestApplicationContext, { row }: RuledClause): Promise<string[]> {
  const found: string[] = [];
  for (const read of app.get(ProfileMatchingService, { strict: false }).readersOf(row)) {
    for (let after: string | undefined = BEFORE_ALL_IDS; after !== undefined;) {
      const page = await read(after);
      const accounts = page.matches.map(({ accountId }) => accountId);
      if (accounts.some((account, at) => account < (accounts[at - 1] ?? ''))) throw new Error('Out of order');
      for (const { target } of page.matches) if (target.kind === 'profile') found.push(target.id);
      after = page.complete ? undefined : page.upTo;
    }
  }
  return found.sort();
}

export const todayOf = (app: INestApplicationContext): number =>
  app.get(RuleBookService, { strict: false }).today();
