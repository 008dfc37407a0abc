import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normalizeText, normalizeWithOffsets, originalRange } from './normalize.js';

const anyText = fc.string({ unit: 'binary', maxLength: 60 });

describe('normalizeText', () => {
  it.each([
    ['ＡＢＣ１２３', 'abc123'],
    ['【】〔〕［］（）〖〗', '()()()()()'],
    ['“医保”‘卡’「新」', '"医保""卡""新"'],
    ['  鄂政\u3000\t办\n发 ', '鄂政 办 发'],
    ['\u200b渝府\ufeff办发', '渝府办发'],
    ['⼀次性', '一次性'],
    ['２０２０—２０３５年', '2020-2035年'],
    ['①', '1'],
    ['', ''],
    [' \u3000 ', ''],
  ])('turns %j into %j', (from, to) => {
    expect(normalizeText(from)).toBe(to);
  });

  it('keeps characters outside the basic plane whole and makes lone surrogates harmless', () => {
    expect(normalizeText('𠮷野')).toBe('𠮷野');
    expect(normalizeText('a\ud800b\udc00')).toBe('a\ufffdb\ufffd');
  });

  it('changes nothing when applied twice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = normalizeText(text);
        expect(normalizeText(once)).toBe(once);
      }),
    );
  });
});

describe('normalizeWithOffsets', () => {
  it('points back into a full-width original', () => {
    const original = '\u200b（ＡＩ）　　人工智能';
    const normalized = normalizeWithOffsets(original);
    const start = normalized.text.indexOf('人工');
    const range = originalRange(normalized, start, start + 2);
    expect(original.slice(range.start, range.end)).toBe('人工');
  });

  it('covers the whole source of a character that became several', () => {
    const normalized = normalizeWithOffsets('约㎡');
    expect(normalized.text).toBe('约m2');
    expect(originalRange(normalized, 2, 3)).toEqual({ start: 1, end: 2 });
  });

  it('refuses a range that is not there', () => {
    const normalized = normalizeWithOffsets('医保');
    expect(() => originalRange(normalized, 1, 1)).toThrow(RangeError);
    expect(() => originalRange(normalized, 0, 3)).toThrow(RangeError);
  });

  it('gives every unit a range in the original, in order', () => {
    fc.assert(
      fc.property(anyText, (original) => {
        const { text, offsets, ends } = normalizeWithOffsets(original);
        expect(offsets).toHaveLength(text.length);
        expect(ends).toHaveLength(text.length);
        offsets.forEach((offset, i) => {
          expect(offset).toBeLessThan(ends[i] ?? 0);
          expect(ends[i]).toBeLessThanOrEqual(original.length);
          expect(offset).toBeGreaterThanOrEqual(offsets[i - 1] ?? 0);
        });
      }),
    );
  });
});
