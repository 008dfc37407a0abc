import { createHash } from 'node:crypto';
import type { Frequency } from '../subscriptions/subscription.terms.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Beijing has had UTC+8 all year since 1991. */
const BEIJING = 8 * HOUR;

const MORNING = 8 * HOUR;
const EVENING = 22 * HOUR;
const DIGEST = MORNING + 30 * MINUTE;
const MONDAY = 1;
/** Mornings are spread over this long, so that a million messages do not start in one second. */
const SPREAD = 30 * MINUTE;

/** Start of the Beijing day of an instant, as if Beijing's clock were UTC. */
const dayOf = (beijing: number): number => Math.floor(beijing / DAY) * DAY;

/** The same offset for all messages of one account, so that they can become one. */
export function spreadOf(accountId: string): number {
  return createHash('sha256').update(accountId).digest().readUInt32BE(0) % SPREAD;
}

function nextDigest(beijing: number, weekly: boolean): number {
  let at = dayOf(beijing) + DIGEST;
  if (at <= beijing) at += DAY;
  while (weekly && new Date(at).getUTCDay() !== MONDAY) at += DAY;
  return at;
}

/** The end of the quiet hours that an instant lies in; the instant itself by day. */
function awake(beijing: number): number | null {
  const time = beijing - dayOf(beijing);
  if (time >= EVENING) return dayOf(beijing) + DAY + MORNING;
  return time < MORNING ? dayOf(beijing) + MORNING : null;
}

/**
 * When somebody may be told: at once by day, in the morning after the quiet hours (22:00–08:00 in Beijing), or at the
 * next summary (08:30; weekly ones on Mondays), which is spread over half an hour by account.
 */
export function dueAt(frequency: Frequency, now: Date, accountId: string, quiet: boolean): Date {
  const beijing = now.getTime() + BEIJING;
  if (frequency !== 'immediate') {
    return new Date(nextDigest(beijing, frequency === 'weekly') + spreadOf(accountId) - BEIJING);
  }
  const morning = quiet ? awake(beijing) : null;
  return morning === null ? now : new Date(morning + spreadOf(accountId) - BEIJING);
}

/** Tomorrow's summary, for what exceeds the daily cap. */
export const tomorrow = (now: Date, accountId: string): Date => {
  const beijing = now.getTime() + BEIJING;
  return new Date(dayOf(beijing) + DAY + DIGEST + spreadOf(accountId) - BEIJING);
};
