import { describe, expect, it } from '@jest/globals';
import { creditCheckCharacter, isCreditCode } from './credit-code.js';

describe('unified social credit codes', () => {
  // The first is the example of GB 32100-2015; the others are those of well-known firms.
  it.each(['91350100M000100Y43', '91440300708461136T', '91330100799655058B'])('accepts %s', (code) => {
    expect(isCreditCode(code)).toBe(true);
  });

  it('refuses every other check character', () => {
    const others = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].filter((symbol) => symbol !== '3');
    for (const symbol of others) expect(isCreditCode(`91350100M000100Y4${symbol}`)).toBe(false);
  });

  it('refuses two neighbours swapped, letters that are not used, and what is too short', () => {
    expect(isCreditCode('91530100M000100Y43')).toBe(false);
    for (const letter of 'IOSVZ') expect(isCreditCode(`91350100M00010${letter}Y43`)).toBe(false);
    expect(isCreditCode('91350100M000100Y4')).toBe(false);
    expect(isCreditCode('')).toBe(false);
  });

  it('works out the check character', () => {
    expect(creditCheckCharacter('91350100M000100Y4')).toBe('3');
  });
});
