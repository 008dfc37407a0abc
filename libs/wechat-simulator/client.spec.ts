import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { InMemoryAccessTokenStore } from '#libs/wechat';
import { ALWAYS, APP_ID, DATA, failureOf, Fixture, newClient, ONCE, optionsWith } from './testing/fixture.js';

let sim: Fixture;
const clock = { now: Date.UTC(2026, 0, 1) };
beforeEach(async () => {
  sim = await Fixture.start(optionsWith({ now: () => clock.now }));
});
afterEach(() => sim.stop());

describe('logging in', () => {
  const codeFor = async (openid: string) =>
    (await sim.control<{ code: string }>('/_sim/login-codes', { openid })).code;

  it('exchanges a code for the openid, once', async () => {
    const openid = await sim.openid();
    const code = await codeFor(openid);
    expect(await sim.client.code2Session(code)).toMatchObject({ openId: openid });
    expect(await failureOf(sim.client.code2Session(code))).toMatchObject({
      errcode: 40163,
      kind: 'permanent',
    });
  });

  it('refuses a code after five minutes, and one that was never issued', async () => {
    const code = await codeFor(await sim.openid());
    clock.now += 5 * 60_000;
    expect(await failureOf(sim.client.code2Session(code))).toMatchObject({ errcode: 40029 });
    const error = await failureOf(sim.client.code2Session('nothing'));
    expect(error.errmsg).toMatch(/^invalid code, rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/);
  });

  it('allows a person a hundred log-ins a minute', async () => {
    const openid = await sim.openid();
    for (let count = 0; count < 100; count += 1) await sim.client.code2Session(await codeFor(openid));
    expect(await failureOf(sim.client.code2Session(await codeFor(openid)))).toMatchObject({
      errcode: 45011,
      kind: 'slow_down',
    });
  });
});

describe('sending', () => {
  it('puts the message on the phone and returns all digits of its number', async () => {
    const openid = await sim.accept();
    const { msgId } = await sim.send(openid);
    expect(msgId).toMatch(/^\d{19}$/);
    expect(await sim.control('/_sim/messages')).toMatchObject({
      total: 1,
      items: [{ msgId, openid, templateId: ONCE, data: DATA, page: 'pages/x/index?code=1' }],
    });
  });

  it('needs a consent, and a one-time consent is spent by one message', async () => {
    const openid = await sim.openid();
    expect(await failureOf(sim.send(openid))).toMatchObject({ errcode: 43101, kind: 'consent_gone' });
    await sim.accept();
    await sim.send(openid);
    const error = await failureOf(sim.send(openid));
    expect(error).toMatchObject({ errcode: 43101, kind: 'consent_gone' });
    expect(error.errmsg).toMatch(/^user refuse to accept the msg rid: /);
    expect(await sim.messageCount()).toBe(1);
  });

  it('takes any number after a long-term consent, until it is switched off', async () => {
    const openid = await sim.accept(ALWAYS);
    await sim.send(openid, ALWAYS);
    await sim.send(openid, ALWAYS);
    await sim.control('/_sim/switches', { openid, templateId: ALWAYS, on: false });
    expect(await failureOf(sim.send(openid, ALWAYS))).toMatchObject({ errcode: 43101 });
    await sim.control('/_sim/switches', { openid, templateId: ALWAYS, on: true });
    await sim.send(openid, ALWAYS);
  });

  it('loses one-time consents when switched off', async () => {
    const openid = await sim.accept();
    await sim.control('/_sim/switches', { openid, templateId: ONCE, on: false });
    await sim.control('/_sim/switches', { openid, templateId: ONCE, on: true });
    expect(await failureOf(sim.send(openid))).toMatchObject({ errcode: 43101 });
  });

  it.each([
    [{ ...DATA, thing1: '一'.repeat(21) }, 'argument invalid! data.thing1.value invalid'],
    [{ ...DATA, thing1: '两\n行' }, 'argument invalid! data.thing1.value invalid'],
    [{ ...DATA, phrase2: 'ready' }, 'argument invalid! data.phrase2.value invalid'],
    [{ ...DATA, thing1: '' }, 'argument invalid! data.thing1.value is emtpy'],
    [{ thing1: '一', date3: '2026-01-01' }, 'argument invalid! data.phrase2.value is emtpy'],
    [{ ...DATA, thing9: '多' }, 'argument invalid! data.thing9 invalid'],
  ])('refuses the values %j', async (data, text) => {
    const openId = await sim.accept();
    const error = await failureOf(sim.client.sendSubscribeMessage({ openId, templateId: ONCE, data }));
    expect(error).toMatchObject({ errcode: 47003, kind: 'permanent' });
    expect(error.errmsg.replace(/ rid: .*/, '')).toBe(text);
  });

  it('refuses a stranger, a foreign template and a page elsewhere', async () => {
    const openId = await sim.accept();
    const send = (change: object) =>
      failureOf(sim.client.sendSubscribeMessage({ openId, templateId: ONCE, data: DATA, ...change }));
    expect(await send({ openId: 'nobody' })).toMatchObject({ errcode: 40003 });
    expect(await send({ templateId: 'none' })).toMatchObject({ errcode: 40037 });
    expect(await send({ page: 'https://example.com/' })).toMatchObject({ errcode: 41030 });
    expect(await sim.messageCount()).toBe(0);
  });

  it('stops at the daily quota and goes on the next day', async () => {
    await sim.stop();
    sim = await Fixture.start(optionsWith({ now: () => clock.now, dailySendQuota: 1 }));
    const openid = await sim.accept(ALWAYS);
    await sim.send(openid, ALWAYS);
    expect(await failureOf(sim.send(openid, ALWAYS))).toMatchObject({ errcode: 45009, kind: 'slow_down' });
    clock.now += 86_400_000;
    await sim.send(openid, ALWAYS);
  });
});

describe('the access token', () => {
  it('is fetched once for two processes that share a store', async () => {
    const openId = await sim.accept(ALWAYS);
    const tokens = new InMemoryAccessTokenStore();
    const clients = [0, 1].map(() => newClient(sim.simulator.url, 5000, tokens));
    // A harmless fault counts the calls.
    await sim.control('/_sim/faults', { target: 'token', kind: 'latency', ms: 5, times: 100 });
    const message = { openId, templateId: ALWAYS, data: DATA };
    await Promise.all(clients.map((client) => client.sendSubscribeMessage(message)));
    expect(await sim.control('/_sim/faults')).toMatchObject({ items: [{ times: 99 }] });
    await Promise.all(clients.map((client) => client.close()));
  });

  it.each([
    ['expired', false],
    ['revoked', true],
  ])('is replaced once when WeChat calls it %s, and the message goes out', async (_how, revoked) => {
    const openid = await sim.accept(ALWAYS);
    await sim.send(openid, ALWAYS);
    await sim.control('/_sim/tokens/expire', { appId: APP_ID, revoked });
    await Promise.all([sim.send(openid, ALWAYS), sim.send(openid, ALWAYS)]);
    expect(await sim.messageCount()).toBe(3);
  });

  it('is not asked for again and again when WeChat refuses every token', async () => {
    const openid = await sim.accept(ALWAYS);
    await sim.control('/_sim/faults', { target: 'send', kind: 'errcode', errcode: 40001, times: 5 });
    expect(await failureOf(sim.send(openid, ALWAYS))).toMatchObject({ errcode: 40001, kind: 'retry' });
    expect(await sim.control('/_sim/faults')).toMatchObject({ items: [{ times: 3 }] });
  });
});
