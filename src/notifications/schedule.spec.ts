import { describe, expect, it } from '@jest/globals';
import type { Frequency } from '../subscriptions/subscription.terms.js';
import { dueAt, spreadOf, tomorrow } from './schedule.js';

const ACCOUNT = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const HALF_HOUR = 1_800_000;

/** An instant given by Beijing's clock. */
const beijing = (text: string): Date => new Date(`${text}+08:00`);
const due = (frequency: Frequency, now: string, quiet = true): string => {
  const at = dueAt(frequency, beijing(now), ACCOUNT, quiet);
  return at.getTime() === beijing(now).getTime()
    ? 'at once'
    : new Date(at.getTime() - spreadOf(ACCOUNT)).toISOString();
};

describe('when somebody is told', () => {
  it.each([
    ['immediate', '2026-11-24T08:00', 'at once'],
    ['immediate', '2026-11-24T21:59:59', 'at once'],
    ['immediate', '2026-11-24T22:00', '2026-11-25T00:00:00.000Z'],
    ['immediate', '2026-11-24T00:10', '2026-11-24T00:00:00.000Z'],
    ['immediate', '2026-11-24T07:59:59', '2026-11-24T00:00:00.000Z'],
    ['daily', '2026-11-24T08:29', '2026-11-24T00:30:00.000Z'],
    ['daily', '2026-11-24T08:30', '2026-11-25T00:30:00.000Z'],
    ['weekly', '2026-11-24T12:00', '2026-11-30T00:30:00.000Z'],
    ['weekly', '2026-11-30T08:00', '2026-11-30T00:30:00.000Z'],
    ['weekly', '2026-11-30T09:00', '2026-12-07T00:30:00.000Z'],
  ] as const)('%s, said at %s: %s', (frequency, now, expected) => {
    expect(due(frequency, now)).toBe(expected);
  });

  it('is at once at night where quiet hours are off', () => {
    expect(due('immediate', '2026-11-24T23:00', false)).toBe('at once');
  });

  it('is spread over half an hour, and the same for all messages of one person', () => {
    const offsets = Array.from({ length: 500 }, (_, at) => spreadOf(`account-${at}`));
    expect(Math.max(...offsets)).toBeLessThan(HALF_HOUR);
    expect(new Set(offsets).size).toBeGreaterThan(490);
    expect(spreadOf(ACCOUNT)).toBe(spreadOf(ACCOUNT));
  });

  it('is tomorrow morning once the day has brought enough', () => {
    const at = tomorrow(beijing('2026-11-24T23:50'), ACCOUNT);
    expect(new Date(at.getTime() - spreadOf(ACCOUNT)).toISOString()).toBe('2026-11-25T00:30:00.000Z');
  });
});
