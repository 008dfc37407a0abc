import { describe, expect, it } from '@jest/globals';
import { toHalfWidth } from './half-width.js';
import { parseNumber } from './parse-number.js';

describe('parseNumber', () => {
  it.each([
    [12.5, 12.5],
    ['10000', 10000],
    [' 1,234,567.80 ', 1234567.8],
    ['１２，３４５', 12345],
    ['-0.5', -0.5],
    ['\u22125', -5],
    ['+.5', 0.5],
    ['007', 7],
  ])('reads %p', (value, expected) => expect(parseNumber(value)).toEqual({ ok: true, value: expected }));

  it.each([
    '1,23',
    '12,34,567',
    ',123',
    '1 000',
    '5万元',
    '5%',
    '1.2E+05',
    '0x10',
    'Infinity',
    '一百',
    true,
    {},
  ])('refuses %p', (value) =>
    expect(parseNumber(value)).toMatchObject({ ok: false, code: 'number.invalid' }),
  );

  it('tells nothing from something wrong', () => {
    for (const value of ['', ' \u3000', null, undefined]) {
      expect(parseNumber(value)).toMatchObject({ ok: false, code: 'number.empty' });
    }
  });
});

describe('toHalfWidth', () => {
  it('turns full-width ASCII and the ideographic space, and leaves Chinese punctuation', () => {
    expect(toHalfWidth('ＡＢｃ１２３（％）\u3000。、《》')).toBe('ABc123(%) 。、《》');
  });
});
