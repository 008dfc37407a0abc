import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Account } from '../../../src/accounts/account.entity.js';
import { ClausesService } from '../../../src/clauses/clauses.service.js';
import { Clause } from '../../../src/clauses/clause.entity.js';
import { matchesQuery } from '../../../src/subscriptions/saved-query.js';
import { SavedSearchesService, searchableClause } from '../../../src/subscriptions/saved-searches.service.js';
import { SubscriptionsService } from '../../../src/subscriptions/subscriptions.service.js';
import { makeSearches } from './make-searches.js';

const CLAUSES = 20;

/** How long it takes to find out whom a clause concerns. */
export interface MatchingFigures {
  subscriptions: number;
  /** Median over several clauses. */
  ms: number;
  worst_ms: number;
  /** Clauses for which the same searches were found as by trying every one. */
  equal_to_oracle: boolean;
}

/** Matches clauses of the demonstration catalogue against random saved searches, and against an oracle. */
export async function measureMatching(app: INestApplicationContext, count: number): Promise<MatchingFigures> {
  const source = app.get(DataSource);
  const versions = (await source.getRepository(Clause).find({ take: 109 })).flatMap(
    ({ publishedVersionId }) => publishedVersionId ?? [],
  );
  const rows = [...(await app.get(ClausesService).rowsOfVersions(versions)).values()];
  const texts = rows.map((row) => searchableClause(row).text);
  const accounts = await source.getRepository(Account).find({ select: { id: true }, take: 10_000 });
  const searches = await makeSearches(
    source,
    texts,
    accounts.map(({ id }) => id),
    count,
  );
  const times: number[] = [];
  let equal = true;
  for (const row of rows.slice(0, CLAUSES)) {
    const started = performance.now();
    await app.get(SubscriptionsService).scan(row);
    times.push(performance.now() - started);
    const found = new Set(await app.get(SavedSearchesService).matching(row));
    const clause = searchableClause(row);
    const expected = searches.filter(({ query }) => matchesQuery(query, clause));
    equal &&= found.size === expected.length && expected.every(({ id }) => found.has(id));
  }
  times.sort((a, b) => a - b);
  return {
    subscriptions: count,
    ms: times[Math.floor(times.length / 2)] ?? 0,
    worst_ms: times.at(-1) ?? 0,
    equal_to_oracle: equal,
  };
}
