import type { Match, MatchList, SubscriberPage } from './merge-subscribers.js';
import { mergeSubscribers } from './merge-subscribers.js';
import type { Target } from './subscription.terms.js';

/** Reads the next matches of one target after an account. */
export type ReadMatches = (target: Target, after: string, limit: number) => Promise<MatchList>;

/**
 * Everybody who subscribes to any of a clause's targets, in the order of account ids.
 * Subscribers of saved searches are held in memory: searches are many and each has few. `others` read matches that no
 * target names, such as profiles that the clause fits, in pages of a size of their own.
 */
export class SubscriberScan {
  constructor(
    private readonly targets: readonly Target[],
    private readonly searchMatches: readonly Match[],
    private readonly read: ReadMatches,
    private readonly others: readonly ((after: string) => Promise<MatchList>)[] = [],
  ) {}

  /**
   * The next page.
   * @param after only accounts with greater ids
   * @param limit most matches read of each target
   */
  async next(after: string, limit: number): Promise<SubscriberPage> {
    const lists: MatchList[] = [this.nextSearches(after, limit)];
    for (const target of this.targets) lists.push(await this.read(target, after, limit));
    for (const read of this.others) lists.push(await read(after));
    return mergeSubscribers(lists);
  }

  private nextSearches(after: string, limit: number): MatchList {
    const start = firstAfter(this.searchMatches, after);
    let end = start + limit;
    // An account's matches stay together.
    while (this.searchMatches[end]?.accountId === this.searchMatches[end - 1]?.accountId) {
      if (end >= this.searchMatches.length) break;
      end++;
    }
    return { matches: this.searchMatches.slice(start, end), complete: end >= this.searchMatches.length };
  }
}

/** Where in the sorted list the first match after an account stands. */
function firstAfter(matches: readonly Match[], accountId: string): number {
  let low = 0;
  let high = matches.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((matches[middle]?.accountId ?? '') > accountId) high = middle;
    else low = middle + 1;
  }
  return low;
}
