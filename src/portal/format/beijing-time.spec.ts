import { describe, expect, it } from '@jest/globals';
import { beijingDay, daysBetween, formatDay, formatInstant } from './beijing-time.js';

describe('Beijing time', () => {
  it('is already tomorrow from 16:00 UTC on', () => {
    expect(beijingDay('2025-12-31T15:59:59.999Z')).toBe('2025-12-31');
    expect(beijingDay('2025-12-31T16:00:00.000Z')).toBe('2026-01-01');
    expect(beijingDay(new Date(Date.UTC(2026, 1, 28, 16)))).toBe('2026-03-01');
  });

  it('prints days and instants the Chinese way', () => {
    expect(formatDay('2026-03-05')).toBe('2026年3月5日');
    expect(formatDay('长期')).toBe('长期');
    expect(formatInstant('2026-03-05T01:07:30Z')).toBe('2026年3月5日 09:07');
    expect(formatInstant('2026-12-31T18:00:00Z')).toBe('2027年1月1日 02:00');
  });

  it('counts days over month, year and leap-day borders', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2025-12-31', '2026-01-01')).toBe(1);
    expect(daysBetween('2026-01-10', '2026-01-01')).toBe(-9);
    expect(daysBetween('2026-01-01', '2026-01-01')).toBe(0);
  });
});
