import { WeChatError, type WeChatErrorKind } from '#libs/wechat';
import { SmsError } from '../sms/sms.error.js';
import type { DeliveryOutcome, DueDelivery } from './claims.repository.js';
import type { ChannelName } from './notification.terms.js';

const MOST_ATTEMPTS = 8;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 3_600_000;
/** How long nothing is sent after WeChat asked to slow down. */
export const SLOW_DOWN_MS = 60_000;

/** Milliseconds until the next try after `attempts` tries. */
export const pauseAfter = (attempts: number): number =>
  Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS);

const base = (delivery: DueDelivery, now: Date): Omit<DeliveryOutcome, 'state'> => ({
  id: delivery.id,
  dueAt: now,
  attempts: delivery.attempts,
  channel: delivery.channel,
  weChatMessageId: null,
  errorCode: null,
  sentAt: null,
});

/** The outcome of a delivery that ended without a call. */
export const withoutCall = (
  delivery: DueDelivery,
  state: 'cancelled' | 'no_consent',
  now: Date,
): DeliveryOutcome => ({ ...base(delivery, now), state });

/** The outcome of a delivery that no way is left for: the last one had taken it and then could not bring it. */
export const withoutWay = (delivery: DueDelivery, now: Date): DeliveryOutcome =>
  delivery.channel === null
    ? withoutCall(delivery, 'no_consent', now)
    : { ...base(delivery, now), state: 'failed', errorCode: delivery.errorCode };

/** The outcome of a delivery that waits until later. */
export const later = (delivery: DueDelivery, dueAt: Date): DeliveryOutcome => ({
  ...base(delivery, dueAt),
  state: 'pending',
});

/** The outcome of a message that a channel accepted. */
export const accepted = (
  delivery: DueDelivery,
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

/** What a failure means; one that nobody thought of may have told somebody. */
export const kindOf = (error: unknown): WeChatErrorKind =>
  error instanceof WeChatError || error instanceof SmsError ? error.kind : 'unknown_outcome';

/** Whether this failure leaves it certain that this way will never tell, so that another one may. */
export const mayTryElsewhere = (error: unknown): boolean =>
  kindOf(error) === 'consent_gone' || kindOf(error) === 'permanent';

/**
 * The outcome of a call that failed. Only what WeChat certainly did not accept is tried again; a pause of the whole
 * account is no fault of the message and costs it no attempt.
 * @param channel the last one that was tried
 */
export function refused(
  delivery: DueDelivery,
  channel: ChannelName,
  error: unknown,
  now: Date,
): DeliveryOutcome {
  const kind = kindOf(error);
  const attempts = delivery.attempts + (kind === 'slow_down' ? 0 : 1);
  const outcome = {
    ...base(delivery, now),
    attempts,
    errorCode: (error instanceof WeChatError ? error.errcode : null) ?? null,
  };
  if (kind === 'consent_gone') return { ...outcome, state: 'no_consent' };
  if (kind === 'unknown_outcome') return { ...outcome, state: 'uncertain', channel };
  if (kind === 'permanent' || attempts >= MOST_ATTEMPTS) return { ...outcome, state: 'failed' };
  const pause = kind === 'slow_down' ? SLOW_DOWN_MS : pauseAfter(attempts);
  return { ...outcome, state: 'pending', dueAt: new Date(now.getTime() + pause) };
}
