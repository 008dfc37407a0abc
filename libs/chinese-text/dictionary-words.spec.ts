import { describe, expect, it } from '@jest/globals';
import { dictionaryWords } from './dictionary-words.js';

describe('dictionaryWords', () => {
  it('parts a sentence into words and leaves punctuation out', () => {
    expect(dictionaryWords('申请创业补贴，要多久？')).toEqual(
      expect.arrayContaining(['申请', '创业', '补贴']),
    );
    expect(dictionaryWords('？！ ，')).toEqual([]);
  });

  it('keeps every character, and words of other scripts whole', () => {
    expect(dictionaryWords('个体工商户贷款').join('')).toBe('个体工商户贷款');
    expect(dictionaryWords('5g a类')).toEqual(expect.arrayContaining(['5g']));
  });
});
