import type { DataSource } from 'typeorm';
import { contentHash } from '../../../src/common/content-hash.js';
import { chunksOf } from '../../../src/database/in-chunks.js';
import { newId } from '../../../src/database/new-id.js';
import { chooseAnchor, type SavedQuery, savedQuery } from '../../../src/subscriptions/saved-query.js';
import { SavedSearch } from '../../../src/subscriptions/saved-search.entity.js';
import { Subscription } from '../../../src/subscriptions/subscription.entity.js';

const AUDIENCES = ['enterprise', 'citizen', 'both'];

const below = (limit: number): number => Math.floor(Math.random() * limit);

/** Two to four neighbouring characters of some clause, sometimes two such words, sometimes with a filter. */
function randomQuery(texts: readonly string[]): SavedQuery {
  const word = (): string => {
    const text = texts[below(texts.length)] ?? '';
    const start = below(Math.max(1, text.length - 4));
    return text.slice(start, start + 2 + below(3));
  };
  const words = Math.random() < 0.3 ? `${word()} ${word()}` : word();
  return savedQuery(words, Math.random() < 0.3 ? { audience: [AUDIENCES[below(3)] ?? 'both'] } : {});
}

function distinctSearches(texts: readonly string[], count: number): SavedSearch[] {
  const used = new Map<string, number>();
  const made = new Map<string, SavedSearch>();
  const createdAt = new Date();
  while (made.size < count) {
    const query = randomQuery(texts);
    const queryHash = contentHash(query);
    if (query.words.length === 0 || made.has(queryHash)) continue;
    const anchor = chooseAnchor(query, used);
    used.set(anchor, (used.get(anchor) ?? 0) + 1);
    made.set(queryHash, { id: newId(), queryHash, anchor, query, createdAt });
  }
  return [...made.values()];
}

/** Saves distinct random searches over the texts, each followed by one of the accounts, and answers them. */
export async function makeSearches(
  source: DataSource,
  texts: readonly string[],
  accountIds: readonly string[],
  count: number,
): Promise<SavedSearch[]> {
  const searches = distinctSearches(texts, count);
  const subscriptions = searches.map(({ id, createdAt }, at) => ({
    id: newId(),
    accountId: accountIds[at % accountIds.length] ?? '',
    targetKind: 'search' as const,
    targetId: id,
    frequency: 'immediate' as const,
    active: true,
    createdAt,
  }));
  await source.transaction(async (manager) => {
    for (const chunk of chunksOf(searches, 500)) await manager.insert(SavedSearch, chunk);
    for (const chunk of chunksOf(subscriptions, 500)) await manager.insert(Subscription, chunk);
  });
  return searches;
}
