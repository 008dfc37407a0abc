import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { displayWidth } from './display-width.js';
import { wrapText } from './wrap-text.js';

const widthOf = (line: string): number =>
  Array.from(new Intl.Segmenter('zh').segment(line)).reduce(
    (sum, { segment }) => sum + displayWidth(segment),
    0,
  );

describe('displayWidth', () => {
  it.each([
    ['医', 2],
    ['。', 2],
    ['Ａ', 2],
    ['𠮷', 2],
    ['👨‍👩‍👧', 2],
    ['\u200b', 0],
  ])('gives %j %d cells', (character, cells) => {
    expect(displayWidth(character)).toBe(cells);
  });

  it('gives Latin letters less than Chinese characters', () => {
    for (const letter of 'aW1%') expect(displayWidth(letter)).toBeLessThan(2);
  });
});

describe('wrapText', () => {
  it.each([
    ['受理', 8, ['受理']],
    ['核对参保信息', 8, ['核对参保', '信息']],
    ['核对参保，信息', 8, ['核对参保，', '信息']],
    ['用 https 办理 API', 8, ['用', 'https', '办理', 'API']],
    ['  核\n对\t ', 8, ['核 对']],
    ['abcdefghijkl', 8, ['abcdef', 'ghijkl']],
    ['', 8, []],
    [' \u3000 ', 8, []],
  ])('breaks %j at %d cells', (text, cells, lines) => {
    expect(wrapText(text, cells)).toEqual(lines);
  });

  it('keeps every character, in lines that are no wider than one punctuation mark too much', () => {
    const text = fc.string({ unit: fc.constantFrom(...'医保，。）aW1 .', '👨‍👩‍👧', 'é'), maxLength: 80 });
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 30 }), (original, cells) => {
        const lines = wrapText(original, cells);
        expect(lines.join('').replace(/\s/gu, '')).toBe(original.replace(/\s/gu, ''));
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(cells + 2);
      }),
    );
  });
});
