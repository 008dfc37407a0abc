import { daysBetween, formatDay } from './beijing-time.js';

/** From this many days before the end on, a page warns that a period closes; as the API's list of what closes soon. */
export const CLOSING_SOON_DAYS = 90;

export type PeriodState = 'always' | 'upcoming' | 'open' | 'closing' | 'closed';

/** Where today stands in an application period, and what to tell people. */
export interface ApplicationPeriod {
  state: PeriodState;
  /** The whole period, e.g. 2026年1月1日至2026年3月31日. */
  text: string;
  /** What today means for it, e.g. 还剩 5 天; empty where there is nothing to say. */
  note: string;
}

function periodText(from: string | null, to: string | null): string {
  if (from && to) return `${formatDay(from)}至${formatDay(to)}`;
  if (to) return `${formatDay(to)}截止`;
  return from ? `${formatDay(from)}起` : '长期受理';
}

/** Judges the period `from`–`to` (YYYY-MM-DD, both included, null = no bound) on the day `today` in Beijing. */
export function applicationPeriod(from: string | null, to: string | null, today: string): ApplicationPeriod {
  const text = periodText(from, to);
  if (!from && !to) return { state: 'always', text, note: '' };
  if (from && today < from) {
    return { state: 'upcoming', text, note: `还没开始，${daysBetween(today, from)} 天后开始受理` };
  }
  if (!to) return { state: 'open', text, note: '' };
  const left = daysBetween(today, to);
  if (left < 0) return { state: 'closed', text, note: '本期申报已经截止' };
  if (left === 0) return { state: 'closing', text, note: '今天截止' };
  return { state: left <= CLOSING_SOON_DAYS ? 'closing' : 'open', text, note: `还剩 ${left} 天` };
}
