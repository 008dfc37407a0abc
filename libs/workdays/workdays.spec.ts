import { describe, expect, it } from '@jest/globals';
import { addWorkingDays, isWorkingDay, workingDaysAfter } from './workdays.js';

describe('working days', () => {
  it.each([
    ['a Friday to the next Monday', '2026-03-06', 1, '2026-03-09'],
    ['none', '2026-03-07', 0, '2026-03-07'],
    // 1–7 October 2026 off, 20 September and 10 October worked.
    ['over the National Day holiday', '2026-09-30', 3, '2026-10-10'],
    ['over a week-end of a year that is not announced yet', '2027-06-04', 1, '2027-06-07'],
  ])('count %s', (_what, from, count, to) => {
    expect(addWorkingDays(from, count)).toBe(to);
    expect(workingDaysAfter(from, to)).toBe(count);
  });

  it('know make-up Saturdays and holidays', () => {
    expect(['2026-10-10', '2026-10-01', '2026-11-21'].map(isWorkingDay)).toEqual([true, false, false]);
  });

  it('are none when the end is not later', () => {
    expect(workingDaysAfter('2026-03-09', '2026-03-06')).toBe(0);
  });
});
