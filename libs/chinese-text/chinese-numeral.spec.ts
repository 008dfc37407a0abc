import { describe, expect, it } from '@jest/globals';
import { parseNumeral } from './chinese-numeral.js';

describe('parseNumeral', () => {
  it.each([
    ['76', 76],
    ['七十六', 76],
    ['十', 10],
    ['十二', 12],
    ['一百零五', 105],
    ['一千零一十', 1010],
    ['二〇二三', 2023],
  ])('reads %s as %i', (text, value) => {
    expect(parseNumeral(text)).toBe(value);
  });

  it.each(['', '十a', '壹', '-1', '1.5'])('refuses %j', (text) => {
    expect(parseNumeral(text)).toBeNull();
  });
});
