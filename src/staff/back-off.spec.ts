import { describe, expect, it } from '@jest/globals';
import { waitAfter } from './back-off.js';

describe('the wait after failed log-ins', () => {
  it('begins with the fifth, doubles, and never exceeds five minutes', () => {
    expect([1, 4, 5, 6, 7, 10, 11, 12, 5000].map((n) => waitAfter(n) / 1000)).toEqual([
      0, 0, 5, 10, 20, 160, 300, 300, 300,
    ]);
  });
});
