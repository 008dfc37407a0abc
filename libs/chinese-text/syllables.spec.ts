import { describe, expect, it } from '@jest/globals';
import { syllablePaths } from './syllables.js';

const cut = (letters: string, partial = false): string[] =>
  syllablePaths(letters, { partial }).map(({ syllables, open }) => syllables.join(' ') + (open ? '…' : ''));

describe('syllablePaths', () => {
  it.each([
    ['chuangye', ['chuang ye', 'chu ang ye']],
    ['fangan', ['fan gan', 'fang an']],
    ['xian', ['xian', 'xi an']],
    ['lüyou', ['lv you']],
    ['cybt', []],
    ['', ['']],
  ])('cuts %s into %j', (letters, paths) => {
    expect(cut(letters).sort()).toEqual([...paths].sort());
  });

  it('prefers few syllables', () => {
    expect(cut('shijian')[0]).toBe('shi jian');
  });

  it('takes a last syllable that is only begun where that is allowed', () => {
    expect(cut('chuangyeb')).toEqual([]);
    expect(cut('chuangyeb', true)).toContain('chuang ye b…');
  });

  it('gives at most six ways of an endless word, in time', () => {
    expect(syllablePaths('xian'.repeat(500))).toHaveLength(6);
  });
});
