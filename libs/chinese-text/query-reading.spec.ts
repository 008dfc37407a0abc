import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readQuery, type QueryReading } from './query-reading.js';
import { TEXT_ANALYSES } from './text-analyses.js';
import { analyseText } from './text-analysis.js';

const tokens = (reading: QueryReading | null | undefined): string[] =>
  reading?.tokens.flatMap((word) => word.required.map(({ text, prefix }) => text + (prefix ? '*' : ''))) ??
  [];
const sound = (query: string): string[] => tokens(readQuery(query, 48).sound()[0]);
const initials = (query: string): string[] => tokens(readQuery(query, 48).initials());

describe('readQuery by sound', () => {
  it.each([
    ['创业补贴', ['chuangye', 'yebu', 'butie']],
    ['创业补帖', ['chuangye', 'yebu', 'butie']],
    ['chuangyebutie', ['chuangye', 'yebu', 'butie']],
    ['chuang ye bu tie', ['chuangye', 'yebu', 'butie']],
    ['创业butie', ['chuangye', 'yebu', 'butie']],
    ['創業補貼', ['chuangye', 'yebu', 'butie']],
    ['chuangyeb', ['chuangye', 'yeb*']],
    ['银行', ['yinhang']],
    ['重庆行政', ['chongqing', 'qingxing', 'xingzheng']],
    ['5g基站', ['jizhan']],
    ['cybt', []],
  ])('reads %s as %j', (query, expected) => {
    expect(sound(query)).toEqual(expected);
  });
});

describe('readQuery by initials', () => {
  it.each([
    ['cybt', ['cyb', 'ybt']],
    ['创业bt', ['cyb', 'ybt']],
    ['CYBT', ['cyb', 'ybt']],
    ['bt', ['bt*']],
    ['创业补贴', []],
  ])('reads %s as %j', (query, expected) => {
    expect(initials(query)).toEqual(expected);
  });
});

describe('a text', () => {
  it('has every token of its own sound and initials', () => {
    const text = fc.string({ unit: fc.constantFrom(...'创业补贴重庆银行长春 ，a5'), maxLength: 20 });
    fc.assert(
      fc.property(text, (document) => {
        const analysed = analyseText(document);
        const indexed = new Set(
          TEXT_ANALYSES.flatMap((analysis) => analysis.tokens(analysed).map((token) => token.text)),
        );
        const [reading] = readQuery(document.replaceAll(/[ a5，]/gu, ''), 48).sound();
        const whole = document.replaceAll(/[^创业补贴重庆银行长春]/gu, '') === document;
        for (const { text: token, prefix } of reading?.tokens.flatMap((word) => word.required) ?? []) {
          if (whole && !prefix) expect(indexed).toContain(token);
        }
      }),
    );
  });
});
