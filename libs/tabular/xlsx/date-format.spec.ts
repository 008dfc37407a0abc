import { describe, expect, it } from '@jest/globals';
import { isBuiltInDateFormat, isDateFormatCode } from './date-format.js';

describe('number formats', () => {
  it.each(['yyyy/m/d', 'yyyy"年"m"月"d"日"', '[$-804]yyyy-mm-dd;@', '[h]:mm:ss', 'aaaa d', '[Red]m/d'])(
    'sees a date in %s',
    (code) => expect(isDateFormatCode(code)).toBe(true),
  );

  it.each(['General', '0.00', '@', '#,##0 "days"', '#,##0\\d', '[Red]0.00_);(0)', '0.0%', '_(* #,##0_)'])(
    'sees none in %s',
    (code) => expect(isDateFormatCode(code)).toBe(false),
  );

  it('knows the built-in ones, those of Chinese Excel included', () => {
    expect([14, 22, 31, 57].every(isBuiltInDateFormat)).toBe(true);
    expect([0, 4, 23, 37, 49, 59].some(isBuiltInDateFormat)).toBe(false);
  });
});
