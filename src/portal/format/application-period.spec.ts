import { describe, expect, it } from '@jest/globals';
import { applicationPeriod } from './application-period.js';

const today = '2026-03-10';

describe('applicationPeriod', () => {
  it('is open for ever without bounds', () => {
    expect(applicationPeriod(null, null, today)).toEqual({ state: 'always', text: '长期受理', note: '' });
  });

  it('says when it begins', () => {
    const period = applicationPeriod('2026-03-12', '2026-06-30', today);
    expect(period.state).toBe('upcoming');
    expect(period.note).toBe('还没开始，2 天后开始受理');
    expect(period.text).toBe('2026年3月12日至2026年6月30日');
  });

  it.each([
    ['2026-03-10', 'closing', '今天截止'],
    ['2026-06-08', 'closing', '还剩 90 天'],
    ['2026-06-09', 'open', '还剩 91 天'],
    ['2026-03-09', 'closed', '本期申报已经截止'],
  ])('with the end on %s it is %s: %s', (to, state, note) => {
    expect(applicationPeriod(null, to, today)).toMatchObject({ state, note });
  });

  it('is open from its first day on when it has no end', () => {
    expect(applicationPeriod('2026-03-10', null, today)).toMatchObject({ state: 'open', note: '' });
  });
});
