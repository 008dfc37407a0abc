import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { splitByRanges } from './highlight.js';

describe('splitByRanges', () => {
  it('marks the matches and keeps the rest', () => {
    expect(splitByRanges('一次性创业补贴', [{ start: 3, end: 5 }])).toEqual([
      { text: '一次性', hit: false },
      { text: '创业', hit: true },
      { text: '补贴', hit: false },
    ]);
  });

  it('joins overlapping and neighbouring matches, in whatever order they come', () => {
    const ranges = [
      { start: 4, end: 6 },
      { start: 0, end: 2 },
      { start: 2, end: 5 },
    ];
    expect(splitByRanges('创业担保贷款', ranges)).toEqual([{ text: '创业担保贷款', hit: true }]);
  });

  it('leaves a text without matches whole and an empty text empty', () => {
    expect(splitByRanges('低保', [])).toEqual([{ text: '低保', hit: false }]);
    expect(splitByRanges('', [{ start: 0, end: 3 }])).toEqual([]);
  });

  it('never loses or repeats a character, even with ranges outside the text', () => {
    const range = fc.record({
      start: fc.integer({ min: -5, max: 30 }),
      end: fc.integer({ min: -5, max: 30 }),
    });
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.array(range, { maxLength: 6 }), (text, ranges) => {
        const parts = splitByRanges(text, ranges);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        expect(parts.every((part, i) => part.text !== '' && part.hit !== parts[i - 1]?.hit)).toBe(true);
      }),
    );
  });
});
