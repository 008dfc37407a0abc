import { WeChatError } from '#libs/wechat';
import type { DeliveryOutcome } from './deliveries.repository.js';
import type { Delivery } from './delivery.entity.js';
import type { ChannelName } from './notification.terms.js';

const MOST_ATTEMPTS = 8;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 3_600_000;
/** How long nothing is sent after WeChat asked to slow down. */
export const SLOW_DOWN_MS = 60_000;

/** Milliseconds until the next try after `attempts` tries. */
export const pauseAfter = (attempts: number): number =>
  Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS);

const base = (delivery: Delivery, now: Date): Omit<DeliveryOutcome, 'state'> => ({
  id: delivery.id,
  dueAt: now,
  attempts: delivery.attempts,
  channel: null,
  weChatMessageId: null,
  errorCode: null,
  sentAt: null,
});

/** The outcome of a delivery that ended without a call. */
export const withoutCall = (
  delivery: Delivery,
  state: 'cancelled' | 'no_consent',
  now: Date,
): DeliveryOutcome => ({ ...base(delivery, now), state });

/** The outcome of a delivery that waits until later. */
export const later = (delivery: Delivery, dueAt: Date): DeliveryOutcome => ({
  ...base(delivery, dueAt),
  state: 'pending',
});

/** The outcome of a message that a channel accepted. */
export const accepted = (
  delivery: Delivery,
  channel: ChannelName,
  weChatMessageId: string | null,
  now: Date,
): DeliveryOutcome => ({
  ...base(delivery, now),
  state: 'sent',
  attempts: delivery.attempts + 1,
  channel,
  weChatMessageId,
  sentAt: now,
});

/** Whether this failure leaves it certain that nobody was told, so that another channel may tell. */
export const mayTryElsewhere = (error: unknown): boolean =>
  error instanceof WeChatError && (error.kind === 'consent_gone' || error.kind === 'permanent');

/**
 * The outcome of a call that failed. Only what WeChat certainly did not accept is tried again; a pause of the whole
 * account is no fault of the message and costs it no attempt.
 */
export function refused(delivery: Delivery, error: unknown, now: Date): DeliveryOutcome {
  const kind = error instanceof WeChatError ? error.kind : 'unknown_outcome';
  const attempts = delivery.attempts + (kind === 'slow_down' ? 0 : 1);
  const outcome = {
    ...base(delivery, now),
    attempts,
    errorCode: (error instanceof WeChatError ? error.errcode : null) ?? null,
  };
  if (kind === 'consent_gone') return { ...outcome, state: 'no_consent' };
  if (kind === 'unknown_outcome') return { ...outcome, state: 'uncertain' };
  if (kind === 'permanent' || attempts >= MOST_ATTEMPTS) return { ...outcome, state: 'failed' };
  const pause = kind === 'slow_down' ? SLOW_DOWN_MS : pauseAfter(attempts);
  return { ...outcome, state: 'pending', dueAt: new Date(now.getTime() + pause) };
}
