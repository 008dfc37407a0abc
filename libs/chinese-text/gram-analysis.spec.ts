import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bigrams, gramAnalysis } from './gram-analysis.js';
import { readQuery, type ReadWord } from './query-reading.js';
import { locateTokens, type QueryToken } from './text-analysis.js';

const written = (token: QueryToken): string => token.text + (token.prefix ? '*' : '');
const words = (text: string, max = 64): readonly ReadWord[] => readQuery(text, max).literal.tokens;
const required = (text: string): string[] => words(text).flatMap((word) => word.required.map(written));
const phrases = (text: string): string[] => words(text).map((word) => word.phrase.map(written).join('+'));

describe('bigrams', () => {
  it.each([
    ['医保卡', ['医保', '保卡', '卡']],
    ['医', ['医']],
    ['Ａ类５Ｇ企业', ['a', '类', '5g', '企业', '业']],
    ['通　知', ['通知', '知']],
    ['高新、技术', ['高新', '新技', '技术', '术']],
    ['“先照”后《证》（试行）', ['先照', '照后', '后证', '证试', '试行', '行']],
    ['高新；技术', ['高新', '新', '技术', '术']],
    ['高新“（《——》）”技术', ['高新', '新', '技术', '术']],
    ['2023年', ['2023', '年']],
    ['𠮷野家', ['𠮷野', '野家', '家']],
    ['，。！', []],
    ['', []],
  ])('cuts %j into %j', (text, tokens) => {
    expect(bigrams(text)).toEqual(tokens);
  });

  it('cuts an endless word alike everywhere, without halving a character', () => {
    const [token] = bigrams('a'.repeat(63) + '𝒳'.repeat(500));
    expect(Array.from(token ?? '')).toHaveLength(64);
  });

  it('never yields anything but letters, digits and marks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        for (const token of bigrams(text)) expect(token).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
      }),
    );
  });
});

describe('gramAnalysis', () => {
  it('says where each token stood in the original', () => {
    const original = '（ＡＩ）医　保';
    const ranges = locateTokens(original, [gramAnalysis])[0]?.map(({ start, end }) =>
      original.slice(start, end),
    );
    expect(ranges).toEqual(['ＡＩ', '医　保', '保']);
  });

  it.each([
    ['医', ['医*']],
    ['医保', ['医保']],
    ['医保卡', ['医保', '保卡']],
    ['社保 补贴', ['社保', '补贴']],
    ['A类企业', ['a', '类企', '企业']],
    ['2023年', ['2023', '年*']],
    ['！？', []],
  ])('needs of %j the tokens %j', (text, tokens) => {
    expect(required(text)).toEqual(tokens);
  });

  it.each([
    ['医保卡', ['医保+保卡']],
    ['就业A类', ['就业+业+a+类*']],
    ['在2020年度', ['在+2020+年度']],
    ['社保 补贴', ['社保', '补贴']],
  ])('writes %j as the phrases %j', (text, tokens) => {
    expect(phrases(text)).toEqual(tokens);
  });

  it('stops after the allowed number of tokens', () => {
    expect(words('企业'.repeat(5000), 32).flatMap((word) => word.required)).toHaveLength(32);
  });

  it('finds every word of a document in that document', () => {
    const text = fc.string({ unit: fc.constantFrom('医', '保', '𠮷', 'a', '1', ' ', '，'), maxLength: 20 });
    fc.assert(
      fc.property(text, (document) => {
        const indexed = bigrams(document);
        for (const { text: token, prefix } of words(document).flatMap((word) => word.required)) {
          expect(indexed.some((known) => (prefix ? known.startsWith(token) : known === token))).toBe(true);
        }
      }),
    );
  });
});
