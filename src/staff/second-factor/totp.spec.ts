import { describe, expect, it } from '@jest/globals';
import { newRecoveryCodes, normaliseRecoveryCode } from './recovery-codes.js';
import { codeAt, newTotpSecret, stepOfCode, totpUri } from './totp.js';

/** "12345678901234567890", RFC 6238, appendix B; the last six of its eight digits. */
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('codes of the phone', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [20_000_000_000, '353130'],
  ])('are those of RFC 6238 at %d', (seconds, code) => {
    expect(codeAt(RFC_SECRET, new Date(seconds * 1000))).toBe(code);
    expect(stepOfCode(RFC_SECRET, code, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30));
  });

  it('count half a minute before and after, and no longer', () => {
    const now = new Date('2026-03-05T01:02:10Z');
    const step = Math.floor(now.getTime() / 30_000);
    const code = codeAt(RFC_SECRET, now);
    for (const late of [-30, 0, 30])
      expect(stepOfCode(RFC_SECRET, code, new Date(now.getTime() + late * 1000))).toBe(step);
    for (const late of [-60, 60])
      expect(stepOfCode(RFC_SECRET, code, new Date(now.getTime() + late * 1000))).toBeNull();
  });

  it('are made from 160 random bits that an app can read', () => {
    const secret = newTotpSecret();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(newTotpSecret()).not.toBe(secret);
    expect(totpUri(secret, '政策超市', 'zhang')).toContain(`secret=${secret}`);
  });
});

describe('recovery codes', () => {
  it('are ten different ones that are hard to misread', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[a-hjkmnp-z2-9]{5}-[a-hjkmnp-z2-9]{5}$/);
  });

  it('may be typed in any case, with or without the dash', () => {
    expect(normaliseRecoveryCode(' ABCDE fghjk ')).toBe('abcdefghjk');
    expect(normaliseRecoveryCode('abcde-fghjk')).toBe('abcdefghjk');
  });
});
