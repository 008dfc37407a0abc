import { describe, expect, it } from '@jest/globals';
import { mergeSubscribers, type Match } from './merge-subscribers.js';
import type { Frequency } from './subscription.terms.js';

const x = { kind: 'topic', id: 'x' } as const;
const y = { kind: 'department', id: 'y' } as const;
const of =
  (target: Match['target'], frequency: Frequency = 'immediate') =>
  (accountId: string): Match => ({ accountId, target, frequency });

describe('mergeSubscribers', () => {
  it('gives each account once, with all its reasons, in the order of ids', () => {
    const page = mergeSubscribers([
      { matches: ['b', 'c'].map(of(x)), complete: true },
      { matches: ['a', 'b'].map(of(y)), complete: true },
    ]);
    expect(page.complete).toBe(true);
    expect(page.subscribers.map(({ accountId, reasons }) => [accountId, reasons])).toEqual([
      ['a', [y]],
      ['b', [x, y]],
      ['c', [x]],
    ]);
  });

  it('tells as soon as the most impatient subscription wants', () => {
    const page = mergeSubscribers([
      { matches: [of(x, 'weekly')('a')], complete: true },
      { matches: [of(y, 'daily')('a')], complete: true },
    ]);
    expect(page.subscribers[0]?.frequency).toBe('daily');
  });

  it('stops where an unfinished list stops, so that no reason of an account is missed', () => {
    const page = mergeSubscribers([
      { matches: ['a', 'b'].map(of(x)), complete: false },
      { matches: ['b', 'c', 'd'].map(of(y)), complete: true },
    ]);
    expect(page.subscribers.map(({ accountId }) => accountId)).toEqual(['a', 'b']);
    expect(page.complete).toBe(false);
  });

  it('is complete and empty without subscribers', () => {
    expect(mergeSubscribers([{ matches: [], complete: true }])).toEqual({ subscribers: [], complete: true });
  });
});
