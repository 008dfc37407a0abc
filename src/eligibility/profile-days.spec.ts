import { describe, expect, it } from '@jest/globals';
import { anniversaryDays, daysOf } from './profile-days.js';

const days = (date: string): number => anniversaryDays('citizen', { birthDate: date });

describe('days of the month on which something can turn', () => {
  it('are the day itself and the next', () => {
    expect(days('1990-05-12') & daysOf(['2026-08-12'])).not.toBe(0);
    expect(days('1990-05-12') & daysOf(['2026-08-13'])).not.toBe(0);
    expect(days('1990-05-12') & daysOf(['2026-08-14'])).toBe(0);
    expect(days('1990-05-12') & daysOf(['2026-08-11'])).toBe(0);
  });

  it('fall on the last day of shorter months', () => {
    expect(days('1990-05-31') & daysOf(['2026-02-28'])).not.toBe(0);
    expect(days('1990-05-31') & daysOf(['2026-02-27'])).toBe(0);
    expect(days('1990-05-31') & daysOf(['2026-03-01'])).not.toBe(0);
    expect(days('1992-02-29') & daysOf(['2027-02-28'])).not.toBe(0);
  });

  it('hold for every date of the answers, and fit a signed column', () => {
    const both = anniversaryDays('citizen', {
      birthDate: '1990-05-12',
      children: ['2020-01-31', '2021-01-20'],
    });
    for (const day of ['2026-08-12', '2026-08-31', '2026-08-20']) expect(both & daysOf([day])).not.toBe(0);
    expect(anniversaryDays('citizen', { children: ['2020-01-31'] })).toBeLessThan(2 ** 31);
  });
});
