import { describe, expect, it } from '@jest/globals';
import { excerpt } from './excerpt.js';

describe('excerpt', () => {
  it('leaves a short text alone, on one line', () => {
    expect(excerpt(' 每人补贴\n1000 元 ', 20)).toBe('每人补贴 1000 元');
  });

  it('ends at a sentence when one ends in the second half', () => {
    expect(excerpt('一次性补贴五千元。带动就业的另外再给。', 12)).toBe('一次性补贴五千元。');
  });

  it('otherwise shows that something is missing, and cuts no character in half', () => {
    expect(excerpt('一二三四五六七八九十', 5)).toBe('一二三四五…');
    expect(excerpt('一二三四𠮷六七', 5)).toBe('一二三四…');
  });
});
