import { describe, expect, it } from '@jest/globals';
import { mergeSubscribers } from './merge-subscribers.js';

describe('mergeSubscribers', () => {
  it('gives each account once, with all its topics, in the order of ids', () => {
    const page = mergeSubscribers([
      { topicId: 'x', accountIds: ['b', 'c'], complete: true },
      { topicId: 'y', accountIds: ['a', 'b'], complete: true },
    ]);
    expect(page).toEqual({
      subscribers: [
        { accountId: 'a', topicIds: ['y'] },
        { accountId: 'b', topicIds: ['x', 'y'] },
        { accountId: 'c', topicIds: ['x'] },
      ],
      complete: true,
    });
  });

  it('stops where an unfinished list stops, so that no topic of an account is missed', () => {
    const page = mergeSubscribers([
      { topicId: 'x', accountIds: ['a', 'b'], complete: false },
      { topicId: 'y', accountIds: ['b', 'c', 'd'], complete: true },
    ]);
    expect(page.subscribers).toEqual([
      { accountId: 'a', topicIds: ['x'] },
      { accountId: 'b', topicIds: ['x', 'y'] },
    ]);
    expect(page.complete).toBe(false);
  });

  it('is complete and empty without subscribers', () => {
    expect(mergeSubscribers([{ topicId: 'x', accountIds: [], complete: true }])).toEqual({
      subscribers: [],
      complete: true,
    });
  });
});
