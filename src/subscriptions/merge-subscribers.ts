import type { Frequency, Target } from './subscription.terms.js';

/** An account, which of the wanted targets it subscribes to, and how soon it wants to hear. */
export interface Subscriber {
  accountId: string;
  reasons: Target[];
  /** The soonest of its matching subscriptions. */
  frequency: Frequency;
}

/** One subscription that matched. */
export interface Match {
  accountId: string;
  target: Target;
  frequency: Frequency;
}

/** The next matches of one target, in the order of account ids; `complete` when there are no more after them. */
export interface MatchList {
  matches: readonly Match[];
  complete: boolean;
  /** How far it was read where that is beyond the last match: accounts up to here have no others. */
  upTo?: string;
}

/** Subscribers all of whose reasons are known, and whether more may follow after the last of them. */
export interface SubscriberPage {
  subscribers: Subscriber[];
  complete: boolean;
  /** The last account that was looked at; undefined when there are no more. */
  end?: string;
}

const HASTE: Record<Frequency, number> = { immediate: 0, daily: 1, weekly: 2 };

function add(known: Map<string, Subscriber>, { accountId, target, frequency }: Match): void {
  const subscriber = known.get(accountId);
  if (!subscriber) known.set(accountId, { accountId, reasons: [target], frequency });
  else {
    subscriber.reasons.push(target);
    if (HASTE[frequency] < HASTE[subscriber.frequency]) subscriber.frequency = frequency;
  }
}

/**
 * Merges lists of several targets into one in the order of account ids. It ends where the shortest unfinished list
 * ends: accounts beyond might also stand in the part of that list that was not read.
 */
export function mergeSubscribers(lists: readonly MatchList[]): SubscriberPage {
  const ends = lists
    .filter((list) => !list.complete)
    .map(({ upTo, matches }) => upTo ?? matches.at(-1)?.accountId ?? '');
  const end = ends.sort()[0];
  const known = new Map<string, Subscriber>();
  for (const { matches } of lists) {
    for (const match of matches) {
      if (end !== undefined && match.accountId > end) break;
      add(known, match);
    }
  }
  const subscribers = [...known.values()].sort((a, b) => (a.accountId < b.accountId ? -1 : 1));
  return { subscribers, complete: end === undefined, end };
}
