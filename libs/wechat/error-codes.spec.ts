import { describe, expect, it } from '@jest/globals';
import { ERROR_CODES, kindOfErrcode, TOKEN_REFUSED } from './error-codes.js';

const codesOf = (kind: keyof typeof ERROR_CODES) =>
  Object.keys(ERROR_CODES[kind])
    .map(Number)
    .sort((a, b) => a - b);

describe('what an errcode means', () => {
  it('is permanent where the same call will be refused again', () => {
    expect(codesOf('permanent')).toEqual([
      20001, 20002, 40002, 40003, 40008, 40013, 40029, 40036, 40037, 40038, 40039, 40125, 40163, 40164, 40226,
      40243, 40249, 41001, 41002, 41004, 41008, 41030, 43002, 43003, 43107, 43116, 44002, 45168, 46004, 47001,
      47003, 48001, 48004, 50002, 50004, 50007, 61004, 87007, 87008, 87009, 89002, 89300, 89503, 200001,
      200002, 200014, 200016, 200017, 200018, 200019, 200100,
    ]);
  });

  it('is consent_gone where the person no longer wants the message', () => {
    expect(codesOf('consent_gone')).toEqual([43004, 43019, 43101, 48002]);
  });

  it('is slow_down where a quota or rate is used up', () => {
    expect(codesOf('slow_down')).toEqual([43108, 43117, 45009, 45011, 48006, 89506, 89507]);
  });

  it('is retry where the next try may succeed', () => {
    expect(codesOf('retry')).toEqual([-1, 40001, 40014, 42001]);
    expect([...TOKEN_REFUSED]).toEqual([40001, 40014, 42001]);
  });

  it('puts no code into two classes', () => {
    const all = (Object.keys(ERROR_CODES) as (keyof typeof ERROR_CODES)[]).flatMap(codesOf);
    expect(new Set(all).size).toBe(all.length);
    expect(all.map(kindOfErrcode)).not.toContain(undefined);
    expect(kindOfErrcode(43101)).toBe('consent_gone');
  });

  it('is retry for a code nobody has listed, because a refusal sent nothing', () => {
    expect(kindOfErrcode(99999)).toBe('retry');
  });
});
