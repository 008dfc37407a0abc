import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anchorsIn, anchorsOf, matchesQuery, savedQuery } from './saved-query.js';

const CLAUSE = {
  text: '返乡创业一次性奖补 给予 5000 元',
  filters: { department: ['hrss'], audience: ['enterprise', 'citizen', 'both'] },
};

describe('a saved search', () => {
  it('is the same however it was typed', () => {
    const one = savedQuery(' 奖补　创业 ', { department: ['b', 'a'], topic: [] });
    expect(savedQuery('创业 奖补 创业', { department: ['a', 'b', 'a'] })).toEqual(one);
  });

  it.each([
    ['创业', {}, true],
    ['奖补 创业', {}, true],
    ['创业 融资', {}, false],
    ['创业', { department: ['hrss', 'tax'] }, true],
    ['创业', { department: ['tax'] }, false],
    ['创业', { topic: ['T1'] }, false],
    ['', { audience: ['citizen'] }, true],
    ['补', {}, true],
  ])('%s with %j matches: %s', (q, filters, expected) => {
    expect(matchesQuery(savedQuery(q, filters), CLAUSE)).toBe(expected);
  });

  it('can be found by any of its anchors in every text that it matches', () => {
    const words = fc.array(
      fc.string({ unit: fc.constantFrom(...'甲乙丙a1😀'), minLength: 1, maxLength: 4 }),
      {
        maxLength: 3,
      },
    );
    fc.assert(
      fc.property(words, fc.string({ unit: fc.constantFrom(...'甲乙丙a1😀 '), maxLength: 30 }), (q, text) => {
        const query = savedQuery(q.join(' '), {});
        if (!matchesQuery(query, { text, filters: {} })) return;
        const present = new Set(anchorsIn(text));
        for (const anchor of anchorsOf(query)) expect(present).toContain(anchor);
        expect(present).toContain('');
      }),
    );
  });
});
