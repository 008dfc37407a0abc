import { describe, expect, it } from '@jest/globals';
import { WeChatError, type WeChatErrorKind } from '#libs/wechat';
import type { Delivery } from './delivery.entity.js';
import { accepted, mayTryElsewhere, pauseAfter, refused } from './sending-outcome.js';

const NOW = new Date('2026-11-24T04:00:00Z');
const delivery = (attempts = 0): Delivery => ({ id: 'd1', attempts }) as Delivery;
const fault = (kind: WeChatErrorKind, errcode?: number): WeChatError =>
  new WeChatError(kind, '/send', 'no', errcode);

describe('what becomes of a delivery', () => {
  it('is sent with the number that WeChat gave it', () => {
    expect(accepted(delivery(), 'mini_program', '17', NOW)).toMatchObject({
      state: 'sent',
      channel: 'mini_program',
      weChatMessageId: '17',
      attempts: 1,
      sentAt: NOW,
    });
  });

  it.each([
    ['consent_gone', 'no_consent', 43101],
    ['permanent', 'failed', 40003],
    ['unknown_outcome', 'uncertain', undefined],
  ] as const)('after %s it is %s for ever', (kind, state, errcode) => {
    expect(refused(delivery(), 'mini_program', fault(kind, errcode), NOW)).toMatchObject({
      state,
      errorCode: errcode ?? null,
    });
  });

  it('is tried again later after a failure that WeChat certainly did not accept', () => {
    const outcome = refused(delivery(2), 'mini_program', fault('retry', -1), NOW);
    expect(outcome).toMatchObject({ state: 'pending', attempts: 3, errorCode: -1 });
    expect(outcome.dueAt.getTime() - NOW.getTime()).toBe(pauseAfter(3));
  });

  it('is given up after the eighth try', () => {
    expect(refused(delivery(7), 'mini_program', fault('retry', -1), NOW).state).toBe('failed');
  });

  it('is not blamed for a pause of the whole account', () => {
    expect(refused(delivery(7), 'mini_program', fault('slow_down', 45009), NOW)).toMatchObject({
      state: 'pending',
      attempts: 7,
    });
  });

  it('counts as possibly sent after a fault of our own', () => {
    expect(refused(delivery(), 'mini_program', new TypeError('bug'), NOW).state).toBe('uncertain');
  });

  it('may go another way only where certainly nobody was told', () => {
    const kinds = ['consent_gone', 'permanent', 'slow_down', 'retry', 'unknown_outcome'] as const;
    expect(kinds.filter((kind) => mayTryElsewhere(fault(kind)))).toEqual(['consent_gone', 'permanent']);
    expect(mayTryElsewhere(new TypeError('bug'))).toBe(false);
  });

  it('waits longer after each try, at most an hour', () => {
    expect([1, 2, 3, 20].map(pauseAfter)).toEqual([5_000, 10_000, 20_000, 3_600_000]);
  });
});
