import { describe, expect, it } from '@jest/globals';
import { formatAmount } from './amount.js';

describe('formatAmount', () => {
  it.each([
    [{ max: 20, unit: '万元' }, '最高 20 万元'],
    [{ min: 1000, max: 1000, unit: '元', per: '人' }, '每人 1000 元'],
    [{ min: 2500, max: 5000, unit: '元', per: '年' }, '每年 2500–5000 元'],
    [{ max: 2000, unit: '元', per: '人/月' }, '每人每月最高 2000 元'],
    [{ min: 50, unit: '%' }, '不低于 50%'],
    [{ min: 15, max: 15, unit: '%' }, '15%'],
    [{ min: 5, max: 5, unit: '元', per: '每天' }, '每天 5 元'],
  ])('reads %j as %s', (amount, text) => {
    expect(formatAmount(amount)).toBe(text);
  });

  it('turns round sums from ten thousand 元 on into 万元', () => {
    expect(formatAmount({ max: 25000, unit: '元', per: '年' })).toBe('每年最高 2.5 万元');
    expect(formatAmount({ min: 100000, max: 3000000, unit: '元' })).toBe('10–300 万元');
  });

  it('keeps 元 when a bound would not stay exact or is small', () => {
    expect(formatAmount({ max: 12345, unit: '元' })).toBe('最高 12,345 元');
    expect(formatAmount({ min: 5000, max: 20000, unit: '元' })).toBe('5000–20,000 元');
  });

  it('says nothing where the policy names no sum', () => {
    expect(formatAmount(null)).toBeNull();
    expect(formatAmount({ unit: '元' })).toBeNull();
  });
});
