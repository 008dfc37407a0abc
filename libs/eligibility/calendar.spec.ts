import { describe, expect, it } from '@jest/globals';
import { addMonths, formatDay, latestStart, nextDay, parseDay, yearsBetween } from './calendar.js';

describe('calendar days', () => {
  it.each([
    [20_260_131, 1, 20_260_228],
    [20_240_131, 1, 20_240_229],
    [20_240_229, 12, 20_250_228],
    [20_240_229, 48, 20_280_229],
    [20_261_231, 2, 20_270_228],
    [20_260_331, -1, 20_260_228],
    [20_260_115, -1, 20_251_215],
  ])('adds months: %d + %d', (day, months, expected) => expect(addMonths(day, months)).toBe(expected));

  it('finds the latest day from which a period has passed, on every day of four years', () => {
    for (let today = 20_240_101; today < 20_280_101; today = nextDay(today, 1)) {
      for (const months of [1, 6, 12]) {
        const latest = latestStart(today, months);
        expect(addMonths(latest, months)).toBeLessThanOrEqual(today);
        expect(addMonths(nextDay(latest, 1), months)).toBeGreaterThan(today);
      }
    }
  });

  it('counts whole years, a year more on the day itself', () => {
    expect(yearsBetween(20_011_125, 20_261_124)).toBe(24);
    expect(yearsBetween(20_011_124, 20_261_124)).toBe(25);
    expect(yearsBetween(20_080_229, 20_260_227)).toBe(17);
    expect(yearsBetween(20_080_229, 20_260_228)).toBe(18);
  });

  it('knows which days exist', () => {
    expect(parseDay('2024-02-29')).toBe(20_240_229);
    for (const text of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '', '2100-02-29']) {
      expect(parseDay(text)).toBeNull();
    }
    expect(formatDay(20_240_229)).toBe('2024-02-29');
  });
});
