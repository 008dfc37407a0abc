import { describe, expect, it } from '@jest/globals';
import { formatYuan } from './yuan.js';

describe('sums in words', () => {
  it.each([
    [2000, 2000, 'once', '2000 元'],
    [3600, 3600, 'year', '每年 3600 元'],
    [50_000, 250_000, 'year', '每年 5 万元 到 25 万元'],
    [0, 15_000, 'once', '最多 1.5 万元'],
    [1000, null, 'month', '每月至少 1000 元'],
    [0, null, 'once', null],
  ] as const)('%d to %p %s', (min, max, per, text) => expect(formatYuan(min, max, per)).toBe(text));
});
