import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type TemplateMessage, WeChatCallbackVerifier, type WeChatClient } from '#libs/wechat';
import {
  DATA,
  failureOf,
  Fixture,
  newClient,
  OFFICIAL_ID,
  OFFICIAL_TEMPLATE,
  optionsWithOfficial,
} from './testing/fixture.js';
import { Receiver } from './testing/receiver.js';

const clock = { now: Date.UTC(2026, 0, 1) };
let sim: Fixture;
let receiver: Receiver;
let official: WeChatClient;
let person: { id: string; openids: Record<string, string>; unionId: string; phoneNumber: string };
let openId: string;

beforeEach(async () => {
  receiver = await Receiver.start();
  const callback = { url: receiver.url, token: 'pamtest', mode: 'plain', format: 'xml' } as const;
  sim = await Fixture.start(optionsWithOfficial({ now: () => clock.now, dailyTemplateQuota: 20 }, callback));
  official = newClient(sim.simulator.url, 300, undefined, OFFICIAL_ID);
  const made = await sim.control<{ items: (typeof person)[] }>('/_sim/users', { nickname: '赵大姐' });
  person = made.items[0] as typeof person;
  openId = person.openids[OFFICIAL_ID] ?? '';
});
afterEach(async () => {
  await official.close();
  await sim.stop();
  await receiver.stop();
});

const follow = (follows = true) => sim.control('/_sim/follows', { openid: openId, follows });
const send = (change: Partial<TemplateMessage> = {}) =>
  official.sendTemplateMessage({
    openId,
    templateId: OFFICIAL_TEMPLATE,
    data: DATA,
    url: 'http://127.0.0.1/x',
    ...change,
  });

describe('an official account', () => {
  it('reaches followers, and tells what became of the message', async () => {
    await follow();
    const { msgId } = await send();
    expect(await sim.control(`/_sim/messages?openid=${openId}`)).toMatchObject({
      total: 1,
      items: [{ msgId, page: 'http://127.0.0.1/x', data: DATA }],
    });
    await follow(false);
    const verifier = new WeChatCallbackVerifier({
      token: 'pamtest',
      appId: OFFICIAL_ID,
      now: () => clock.now,
    });
    const events = (await receiver.received(3)).map(({ query, body, contentType }) =>
      verifier.open(query, body, contentType),
    );
    const about = { toUser: 'gh_7f083739789a', fromUser: openId };
    expect(events).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...about, type: 'follow', follows: true }),
        expect.objectContaining({ ...about, type: 'template_sent', msgId, status: 'success' }),
        expect.objectContaining({ ...about, type: 'follow', follows: false }),
      ]),
    );
  });

  it('joins a person with the mini program by the unionid, of followers only', async () => {
    const { code } = await sim.control<{ code: string }>('/_sim/login-codes', {
      openid: Object.values(person.openids)[0],
    });
    expect((await sim.client.code2Session(code)).unionId).toBe(person.unionId);
    expect(await official.getUserInfo(openId)).toEqual({ openId, follows: false });
    await follow();
    expect(await official.getUserInfo(openId)).toEqual({ openId, follows: true, unionId: person.unionId });
    expect(await failureOf(official.getUserInfo('nobody'))).toMatchObject({
      errcode: 40003,
      kind: 'permanent',
    });
  });

  it('refuses those who do not follow, strangers, foreign templates and odd values', async () => {
    expect(await failureOf(send())).toMatchObject({ errcode: 43004, kind: 'consent_gone' });
    await follow();
    expect(await failureOf(send({ openId: 'nobody' }))).toMatchObject({ errcode: 40003 });
    // The openid of the mini program is none of the official account.
    expect(await failureOf(send({ openId: await sim.openid() }))).toMatchObject({ errcode: 40003 });
    expect(await failureOf(send({ templateId: 'none' }))).toMatchObject({ errcode: 40037 });
    expect(await failureOf(send({ url: `http://x/${'a'.repeat(1024)}` }))).toMatchObject({ errcode: 40039 });
    const odd = await failureOf(send({ data: { ...DATA, thing1: '一'.repeat(21) } }));
    expect(odd).toMatchObject({ errcode: 47003, kind: 'permanent' });
    expect(odd.errmsg).toMatch(/^thing1\.DATA is invalid rid: /);
    expect(await failureOf(send({ data: { ...DATA, thing9: '多' } }))).toMatchObject({ errcode: 47003 });
    expect(await sim.messageCount()).toBe(0);
  });

  it('refuses those who switched the template off', async () => {
    await follow();
    await sim.control('/_sim/switches', { openid: openId, templateId: OFFICIAL_TEMPLATE, on: false });
    expect(await failureOf(send())).toMatchObject({ errcode: 43101, kind: 'consent_gone' });
  });

  it('sends one message for one client_msg_id within ten minutes, and another one after', async () => {
    await follow();
    const first = await send({ clientMessageId: 'delivery-1' });
    expect(await send({ clientMessageId: 'delivery-1' })).toEqual(first);
    await send({ clientMessageId: 'delivery-2' });
    expect(await sim.messageCount()).toBe(2);
    clock.now += 10 * 60_000;
    await send({ clientMessageId: 'delivery-1' });
    expect(await sim.messageCount()).toBe(3);
  });

  it('repeats a call of unknown outcome under its client_msg_id, and only under one', async () => {
    await follow();
    await sim.control('/_sim/faults', { target: 'template', kind: 'drop', accepted: true });
    const { msgId } = await send({ clientMessageId: 'delivery-1' });
    expect(msgId).toMatch(/^\d+$/);
    expect(await sim.messageCount()).toBe(1);
    await sim.control('/_sim/faults', { target: 'template', kind: 'drop', accepted: true });
    expect(await failureOf(send())).toMatchObject({ kind: 'unknown_outcome' });
    await sim.control('/_sim/faults', { target: 'template', kind: 'hang', times: 2 });
    expect(await failureOf(send({ clientMessageId: 'delivery-3' }))).toMatchObject({
      kind: 'unknown_outcome',
    });
  });

  it('does not take a refusal of the repetition for a refusal of the first call', async () => {
    await follow();
    await sim.control('/_sim/faults', { target: 'template', kind: 'drop', accepted: true });
    await sim.control('/_sim/faults', { target: 'template', kind: 'errcode', errcode: 43004 });
    expect(await failureOf(send({ clientMessageId: 'delivery-1' }))).toMatchObject({
      kind: 'unknown_outcome',
    });
  });

  it('stops at the daily quota', async () => {
    await follow();
    for (let count = 0; count < 20; count += 1) await send();
    expect(await failureOf(send())).toMatchObject({ errcode: 45009, kind: 'slow_down' });
  });

  it('has none of the APIs of a mini program, nor the other way round', async () => {
    const message = { openId, templateId: OFFICIAL_TEMPLATE, data: DATA };
    expect(await failureOf(official.sendSubscribeMessage(message))).toMatchObject({ errcode: 48001 });
    expect(await failureOf(sim.client.sendTemplateMessage(message))).toMatchObject({ errcode: 48001 });
  });
});

describe('the phone-number button', () => {
  const codeOf = async (openid: string) =>
    (await sim.control<{ code: string }>('/_sim/phone-codes', { openid })).code;

  it('exchanges a code for the number, once and for five minutes', async () => {
    const openid = Object.values(person.openids)[0] ?? '';
    const code = await codeOf(openid);
    expect(await sim.client.getPhoneNumber(code)).toEqual({
      phoneNumber: person.phoneNumber,
      purePhoneNumber: person.phoneNumber,
      countryCode: '86',
    });
    expect(await failureOf(sim.client.getPhoneNumber(code))).toMatchObject({
      errcode: 40029,
      kind: 'permanent',
    });
    const late = await codeOf(openid);
    clock.now += 5 * 60_000;
    expect(await failureOf(sim.client.getPhoneNumber(late))).toMatchObject({ errcode: 40029 });
  });

  it('takes no code of wx.login, and none of another app', async () => {
    const { code } = await sim.control<{ code: string }>('/_sim/login-codes', { openid: await sim.openid() });
    expect(await failureOf(sim.client.getPhoneNumber(code))).toMatchObject({ errcode: 40029 });
    expect(await failureOf(sim.client.getPhoneNumber(await codeOf(openId)))).toMatchObject({
      errcode: 40029,
    });
  });
});
