import { describe, expect, it } from '@jest/globals';
import { parseDate } from './parse-date.js';

function codeOf(value: unknown): string {
  const result = parseDate(value);
  return result.ok ? result.value : result.code;
}

describe('parseDate', () => {
  it.each([
    '2024/1/5',
    '2024-01-05',
    '2024.1.5',
    '2024年1月5日',
    ' 2024 年 1 月 5 号 ',
    '20240105',
    '２０２４－０１－０５',
    '2024/1/5 0:00',
    '2024-01-05T08:30:00.000',
    20240105,
    45296,
    45296.75,
    new Date('2024-01-05T23:59:59Z'),
  ])('reads %p', (value) => expect(codeOf(value)).toBe('2024-01-05'));

  it.each([
    ['', 'date.empty'],
    [null, 'date.empty'],
    ['2024-02-30', 'date.no_such_day'],
    ['20241301', 'date.no_such_day'],
    ['0024-01-05', 'date.no_such_day'],
    ['2024年', 'date.incomplete'],
    ['2024-01', 'date.incomplete'],
    ['2024年1月', 'date.incomplete'],
    [2024, 'date.incomplete'],
    [202401, 'date.incomplete'],
    ['24/1/5', 'date.short_year'],
    ['5/1/2024', 'date.day_first'],
    ['2024-01-04T16:00:00Z', 'date.time_zone'],
    ['2024-01-05T00:00:00+08:00', 'date.time_zone'],
    ['2024/1-5', 'date.invalid'],
    ['长期有效', 'date.invalid'],
    [true, 'date.invalid'],
    [Number.NaN, 'date.invalid'],
    [-1, 'date.invalid'],
    [60, 'date.invalid'],
    [new Date(Number.NaN), 'date.invalid'],
  ])('answers %p with %s', (value, code) => expect(codeOf(value)).toBe(code));

  it('knows leap years', () => {
    expect(codeOf('2024-02-29')).toBe('2024-02-29');
    expect(codeOf('2023-02-29')).toBe('date.no_such_day');
    expect(codeOf('1900-02-29')).toBe('date.no_such_day');
  });

  it('walks over the day that Excel invented, and ends where Excel ends', () => {
    expect([1, 59, 61, 2_958_465, 2_958_466].map(codeOf)).toEqual([
      '1900-01-01',
      '1900-02-28',
      '1900-03-01',
      '9999-12-31',
      'date.invalid',
    ]);
  });

  it('counts from 1904 when asked', () => {
    expect(parseDate(43_834, { date1904: true })).toEqual({ ok: true, value: '2024-01-05' });
    expect(parseDate('2024-01-05', { date1904: true })).toEqual({ ok: true, value: '2024-01-05' });
  });
});
