/** An account and which of the wanted topics it subscribes to. */
export interface Subscriber {
  accountId: string;
  topicIds: string[];
}

/** The next subscribers of one topic in the order of ids; `complete` when there are no more after them. */
export interface SubscriberList {
  topicId: string;
  accountIds: readonly string[];
  complete: boolean;
}

/** Subscribers whose topics are all known, and whether more may follow after the last of them. */
export interface SubscriberPage {
  subscribers: Subscriber[];
  complete: boolean;
}

/**
 * Merges lists of several topics into one in the order of account ids. It ends where the shortest unfinished list
 * ends: accounts beyond might also stand in the part of that list that was not read.
 */
export function mergeSubscribers(lists: readonly SubscriberList[]): SubscriberPage {
  const ends = lists.filter((list) => !list.complete).map((list) => list.accountIds.at(-1) ?? '');
  const end = ends.sort()[0];
  const topics = new Map<string, string[]>();
  for (const { topicId, accountIds } of lists) {
    for (const accountId of accountIds) {
      if (end !== undefined && accountId > end) break;
      const known = topics.get(accountId);
      if (known) known.push(topicId);
      else topics.set(accountId, [topicId]);
    }
  }
  const subscribers = [...topics]
    .map(([accountId, topicIds]) => ({ accountId, topicIds }))
    .sort((a, b) => (a.accountId < b.accountId ? -1 : 1));
  return { subscribers, complete: end === undefined };
}
