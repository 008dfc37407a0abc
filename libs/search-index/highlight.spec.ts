import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { highlight } from './highlight.js';
import { readQuery } from '#libs/chinese-text';
import type { HighlightRange } from './search-request.js';
import { MAX_QUERY_TOKENS } from './match-expression.js';

const rangesOf = (text: string, query: string): HighlightRange[] =>
  highlight(text, false, { query: readQuery(query, MAX_QUERY_TOKENS), match: 'all', synonyms: [] }, []);
const marked = (text: string, query: string): string[] =>
  rangesOf(text, query).map(({ start, end }) => text.slice(start, end));

describe('highlight', () => {
  it.each([
    ['城乡居民医保参保', '医保', ['医保']],
    ['城乡居民医保参保', '保', ['保', '保']],
    ['社会保险与会保', '社会保险', ['社会保险']],
    ['医保和保卡', '医保卡', ['医保', '保卡']],
    ['Ａ类企业，A 类', 'a类', ['Ａ类', 'A 类']],
    ['通　知书', '通知', ['通　知']],
    ['daily AI', 'ai', ['AI']],
    ['２０２３年度', '2023年', ['２０２３年']],
    ['企业企业', '企业', ['企业企业']],
    ['关于“先照后证”改革', '后证改革', ['后证”改革']],
    ['没有', '医保', []],
  ])('marks in %j for %j: %j', (text, query, expected) => {
    expect(marked(text, query)).toEqual(expected);
  });

  it('stops at fifty marks and does not read an endless text', () => {
    expect(marked('企业、'.repeat(200_000), '企业')).toHaveLength(50);
    expect(marked(`${'无'.repeat(200_000)}医保`, '医保')).toEqual([]);
  });

  it('finds the places in later blocks of lines', () => {
    const line = `${'某'.repeat(900)}医保\n`;
    expect(marked(line.repeat(3), '医保')).toEqual(['医保', '医保', '医保']);
  });

  it('gives sorted ranges that do not touch, inside the text', () => {
    const text = fc.string({ unit: fc.constantFrom(...'医保卡a1 ，\n𠮷\ud800'), maxLength: 60 });
    fc.assert(
      fc.property(text, text, (original, query) => {
        let before = -1;
        for (const { start, end } of rangesOf(original, query)) {
          expect(start).toBeGreaterThan(before);
          expect(end).toBeGreaterThan(start);
          before = end;
        }
        expect(before).toBeLessThanOrEqual(original.length);
      }),
    );
  });
});
