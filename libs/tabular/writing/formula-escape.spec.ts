import { describe, expect, it } from '@jest/globals';
import { escapeFormula } from './formula-escape.js';

describe('escapeFormula', () => {
  it.each(['=1+1', '+86 755', '-5', '@SUM(A1)', '\t=1', '\r=1'])('puts an apostrophe before %p', (text) =>
    expect(escapeFormula(text)).toBe(`'${text}`),
  );

  it.each(['', '甲=乙', 'a@b.cn', '2024-01-05'])('leaves %p alone', (text) =>
    expect(escapeFormula(text)).toBe(text),
  );
});
