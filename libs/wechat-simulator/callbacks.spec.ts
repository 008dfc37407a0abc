import { afterEach, describe, expect, it } from '@jest/globals';
import { dedupeKey, WeChatCallbackVerifier } from '#libs/wechat';
import type { SimulatorCallback } from './simulator-options.js';
import { ALWAYS, APP_ID, Fixture, ONCE, optionsWith } from './testing/fixture.js';
import { Receiver, type ReceivedPush } from './testing/receiver.js';

const TOKEN = 'pamtest';
const KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop();
});

async function start(callback: Omit<SimulatorCallback, 'url' | 'token'>) {
  const receiver = await Receiver.start();
  const sim = await Fixture.start(optionsWith({}, { url: receiver.url, token: TOKEN, ...callback }));
  running.push(receiver, sim);
  return { receiver, sim };
}

function opener(encodingAesKey?: string) {
  const verifier = new WeChatCallbackVerifier({ token: TOKEN, appId: APP_ID, encodingAesKey });
  return ({ query, body, contentType }: ReceivedPush) => verifier.open(query, body, contentType);
}

const MODES = [
  { mode: 'plain', format: 'json' },
  { mode: 'plain', format: 'xml' },
  { mode: 'safe', format: 'json', encodingAesKey: KEY },
  { mode: 'safe', format: 'xml', encodingAesKey: KEY },
] as const;

describe.each(MODES)('pushes in $mode mode as $format', (callback) => {
  const open = opener('encodingAesKey' in callback ? callback.encodingAesKey : undefined);

  it('tell of a consent, a message that arrived and a switch turned off', async () => {
    const { receiver, sim } = await start(callback);
    const openid = await sim.openid();
    await sim.control('/_sim/consents', { openid, templateIds: [ONCE, ALWAYS], answer: 'accept' });
    await sim.simulator.settled();
    const { msgId } = await sim.send(openid);
    await sim.simulator.settled();
    await sim.control('/_sim/switches', { openid, templateId: ALWAYS, on: false });
    await sim.control('/_sim/switches', { openid, templateId: ALWAYS, on: true });
    await sim.simulator.settled();
    const from = { toUser: 'gh_123456789abc', fromUser: openid };
    expect(receiver.pushes.map(open)).toMatchObject([
      {
        type: 'subscribe_msg_popup_event',
        ...from,
        items: [
          { templateId: ONCE, status: 'accept', popupScene: '0' },
          { templateId: ALWAYS, status: 'accept', popupScene: '0' },
        ],
      },
      {
        type: 'subscribe_msg_sent_event',
        ...from,
        items: [{ templateId: ONCE, msgId, errorCode: 0, errorStatus: 'success' }],
      },
      { type: 'subscribe_msg_change_event', ...from, items: [{ templateId: ALWAYS, status: 'reject' }] },
    ]);
  });
});

describe('repeating pushes', () => {
  it('goes on until the receiver takes it, with one key against repetitions', async () => {
    const { receiver, sim } = await start({ mode: 'plain', format: 'json' });
    receiver.status = 503;
    await sim.accept();
    await receiver.received(1);
    receiver.status = 200;
    await sim.simulator.settled();
    const keys = new Set(receiver.pushes.map((push) => dedupeKey(opener()(push))));
    expect(receiver.pushes.length).toBeGreaterThan(1);
    expect(keys.size).toBe(1);
    expect(await sim.control('/_sim/events/settled')).toMatchObject({ counts: { delivered: 1, pending: 0 } });
  });

  it.each([
    ['fails', 500, 'success', 'HTTP 500'],
    ['answers something else', 200, '{"ok":true}', 'answer is neither empty nor "success"'],
  ])('gives up after three repetitions when the receiver %s', async (_how, status, answer, lastError) => {
    const { receiver, sim } = await start({ mode: 'plain', format: 'json' });
    Object.assign(receiver, { status, answer });
    await sim.accept();
    await sim.simulator.settled();
    expect(receiver.pushes).toHaveLength(4);
    expect(await sim.control('/_sim/events?state=given_up')).toMatchObject({
      counts: { given_up: 1, pending: 0 },
      items: [{ event: 'subscribe_msg_popup_event', attempts: 4, lastError }],
    });
  });

  it('gives up on a receiver that does not listen', async () => {
    const { receiver, sim } = await start({ mode: 'plain', format: 'json' });
    await running.shift()?.stop();
    await sim.accept();
    await sim.simulator.settled();
    expect(receiver.pushes).toHaveLength(0);
    expect(await sim.control('/_sim/events?state=given_up')).toMatchObject({
      items: [{ lastError: 'ECONNREFUSED' }],
    });
  });

  it('takes an empty answer', async () => {
    const { receiver, sim } = await start({ mode: 'plain', format: 'xml' });
    receiver.answer = '';
    await sim.accept();
    await sim.simulator.settled();
    expect(receiver.pushes).toHaveLength(1);
  });
});

describe('a message that WeChat accepts but does not deliver', () => {
  it('is told by its sent event and is on no phone', async () => {
    const { receiver, sim } = await start({ mode: 'plain', format: 'json' });
    const openid = await sim.accept();
    await sim.control('/_sim/faults', {
      target: 'sent_event',
      kind: 'errcode',
      errcode: 20002,
      errmsg: 'failed',
    });
    const { msgId } = await sim.send(openid);
    await sim.simulator.settled();
    expect(receiver.pushes.map(opener())).toContainEqual(
      expect.objectContaining({
        items: [{ templateId: ONCE, msgId, errorCode: 20002, errorStatus: 'failed' }],
      }),
    );
    expect(await sim.messageCount()).toBe(0);
  });
});
