import { Writable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { Contact } from '../../src/contacts/contact.entity.js';
import type { MeView } from '../../src/me/me.view.js';
import { Delivery } from '../../src/notifications/delivery.entity.js';
import type { MessageView } from '../../src/notifications/message.view.js';
import { drainPush } from '../support/drain-push.js';
import { sampleClause, saveClause } from '../support/sample-clause.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';
import { control, signInPerson, type VirtualPerson } from '../support/virtual-person.js';

const TOPIC = 'T0201';

describe('the ways to a person', () => {
  let server: TestApp;
  let log = '';
  let ordinal = 800;
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      log += chunk.toString();
      done();
    },
  });
  beforeAll(async () => {
    server = await startTestApp({ logLevel: 'info' }, 'simulator', sink);
  });
  afterAll(() => server.close());
  beforeEach(() => {
    log = '';
  });

  async function subscriber(nickname: string): Promise<VirtualPerson> {
    const person = await signInPerson(server, nickname);
    expect((await person.call('PUT', `/me/subscriptions/topics/${TOPIC}`)).status).toBe(204);
    return person;
  }

  /** Somebody who asked for all other ways, and allows none of the mini program's messages. */
  async function reachableOtherwise(nickname: string): Promise<VirtualPerson> {
    const person = await subscriber(nickname);
    await person.follow(true);
    await drainPush(server.app);
    expect((await person.call('PUT', '/me/contacts/official-account')).status).toBe(204);
    expect((await person.givePhone()).status).toBe(204);
    return person;
  }

  async function publish(): Promise<string> {
    ordinal += 1;
    const code = `chain-${ordinal}`;
    await saveClause(server, sampleClause({ code, ordinal, topics: [TOPIC] }));
    await drainPush(server.app);
    await control(server, 'GET', 'events/settled');
    await drainPush(server.app);
    return code;
  }

  const newest = async (person: VirtualPerson): Promise<MessageView | undefined> =>
    (await person.read<{ items: MessageView[] }>('/me/messages')).items[0];

  /** Text messages in the log, by the masked number that they went to. */
  const textsTo = ({ phoneNumber }: VirtualPerson): string[] =>
    log
      .split('\n')
      .filter((line) => line.includes(`${phoneNumber.slice(0, 3)}****${phoneNumber.slice(-4)}`))
      .map((line) => (JSON.parse(line) as { sms: { text: string } }).sms.text);

  it('begin with the mini program, and end there where it took the message', async () => {
    const person = await reachableOtherwise('甲');
    await person.consent();
    await publish();
    expect(await person.messages()).toHaveLength(1);
    expect(await person.officialMessages()).toEqual([]);
    expect(textsTo(person)).toEqual([]);
    expect(await newest(person)).toMatchObject({ wechat: 'sent', channel: 'mini_program' });
  });

  it('go on with the official account where the mini program may not', async () => {
    const person = await reachableOtherwise('乙');
    const code = await publish();
    expect(await person.messages()).toEqual([]);
    const [message, ...more] = await person.officialMessages();
    expect(more).toEqual([]);
    expect(message?.page).toBe(`http://portal.test/clauses/${code}`);
    expect(JSON.stringify(message?.data)).toContain('返乡创业一次性奖补');
    expect(textsTo(person)).toEqual([]);
    expect(await newest(person)).toMatchObject({ wechat: 'sent', channel: 'official_account' });
  });

  it('go on with a text message where nobody follows the official account any more', async () => {
    const person = await reachableOtherwise('丙');
    await person.follow(false);
    const code = await publish();
    expect(await person.officialMessages()).toEqual([]);
    expect(textsTo(person)).toEqual([expect.stringContaining(`http://portal.test/clauses/${code}`)]);
    expect(await newest(person)).toMatchObject({ wechat: 'sent', channel: 'sms' });
  });

  it('find out by a refusal that somebody stopped to follow, and go on at once', async () => {
    const person = await reachableOtherwise('丁');
    await control(server, 'POST', 'faults', {
      target: 'template',
      kind: 'errcode',
      errcode: 43004,
      times: 50,
    });
    await publish();
    await control(server, 'DELETE', 'faults');
    expect(textsTo(person)).toHaveLength(1);
    expect(await newest(person)).toMatchObject({ wechat: 'sent', channel: 'sms' });
  });

  it('end in the inbox where the person chose no other way: following or having a phone is no choice', async () => {
    const person = await subscriber('戊');
    await person.follow(true);
    await publish();
    expect(await person.officialMessages()).toEqual([]);
    expect(log).not.toContain(person.phoneNumber.slice(-4));
    expect(await newest(person)).toMatchObject({ wechat: 'no_consent', channel: null });
  });

  it('are not tried one after the other where the first may have told', async () => {
    const person = await reachableOtherwise('己');
    await person.consent();
    const fault = { target: 'send', kind: 'drop', times: 50 };
    await control(server, 'POST', 'faults', { ...fault, accepted: false });
    await publish();
    await control(server, 'DELETE', 'faults');
    expect(await person.messages()).toEqual([]);
    expect(await person.officialMessages()).toEqual([]);
    expect(textsTo(person)).toEqual([]);
    expect(await newest(person)).toMatchObject({ wechat: 'uncertain' });
  });

  it('repeat a template message whose answer was lost, and tell nobody twice', async () => {
    const person = await reachableOtherwise('庚');
    await control(server, 'POST', 'faults', { target: 'template', kind: 'drop', accepted: true });
    await publish();
    expect(await person.officialMessages()).toHaveLength(1);
    expect(await newest(person)).toMatchObject({ wechat: 'sent', channel: 'official_account' });
    await control(server, 'DELETE', 'faults');
  });

  it('settle a template message of unknown outcome by its event, and send no text message', async () => {
    const person = await reachableOtherwise('辛');
    await control(server, 'POST', 'faults', { target: 'template', kind: 'drop', accepted: true, times: 50 });
    await publish();
    await control(server, 'DELETE', 'faults');
    expect(await person.officialMessages()).toHaveLength(1);
    expect(textsTo(person)).toEqual([]);
    expect(await newest(person)).toMatchObject({ wechat: 'sent', channel: 'official_account' });
  });

  it('go on where WeChat says afterwards that a message did not arrive', async () => {
    const person = await reachableOtherwise('壬');
    await person.consent();
    await control(server, 'POST', 'faults', { target: 'sent_event', kind: 'errcode', errcode: 1, times: 1 });
    await control(server, 'POST', 'faults', {
      target: 'template_event',
      kind: 'errcode',
      errmsg: 'failed:user block',
      times: 50,
    });
    await publish();
    await control(server, 'GET', 'events/settled');
    await drainPush(server.app);
    await control(server, 'DELETE', 'faults');
    expect(await person.messages()).toEqual([]);
    expect(await person.officialMessages()).toEqual([]);
    expect(textsTo(person)).toHaveLength(1);
    expect(await newest(person)).toMatchObject({ wechat: 'sent', channel: 'sms' });
  });

  it('say that nothing arrived where no way is left', async () => {
    const person = await subscriber('癸');
    await person.consent();
    await control(server, 'POST', 'faults', { target: 'sent_event', kind: 'errcode', errcode: 1, times: 50 });
    await publish();
    await control(server, 'DELETE', 'faults');
    expect(await newest(person)).toMatchObject({ wechat: 'failed', channel: 'mini_program' });
  });

  it('are closed again by their person; the number is forgotten', async () => {
    const person = await reachableOtherwise('子');
    const { contact } = await person.read<MeView>('/me');
    expect(contact).toEqual({
      officialAccount: true,
      follows: true,
      phone: `${person.phoneNumber.slice(0, 3)}****${person.phoneNumber.slice(-4)}`,
    });
    expect((await person.call('DELETE', '/me/contacts/official-account')).status).toBe(204);
    expect((await person.call('DELETE', '/me/contacts/phone')).status).toBe(204);
    expect((await person.read<MeView>('/me')).contact).toEqual({
      officialAccount: false,
      follows: true,
      phone: null,
    });
    await publish();
    expect(await person.officialMessages()).toEqual([]);
    expect(textsTo(person)).toEqual([]);
  });

  it('take no number but from WeChat, and keep and log none that can be read', async () => {
    const person = await reachableOtherwise('丑');
    expect((await person.call('PUT', '/me/contacts/phone', { code: 'made-up' })).status).toBe(400);
    const answer = await person.call('PUT', '/me/contacts/phone', { phone: '13800138000' });
    expect(answer.status).toBe(400);
    await person.follow(false);
    await publish();
    expect(textsTo(person)).toHaveLength(1);
    const rows = await server.app.get(DataSource).getRepository(Contact).find();
    expect(JSON.stringify(rows)).not.toContain(person.phoneNumber);
    expect(log).not.toContain(person.phoneNumber);
    const deliveries = await server.app.get(DataSource).getRepository(Delivery).find();
    expect(JSON.stringify(deliveries)).not.toContain(person.phoneNumber);
  });

  it('refuses events of the official account that WeChat did not sign', async () => {
    const answer = await fetch(
      `${server.url}/api/v1/wechat/official-callback?signature=x&timestamp=1&nonce=2`,
      { method: 'POST', headers: { 'content-type': 'text/xml' }, body: '<xml></xml>' },
    );
    expect(answer.status).toBe(403);
  });
});

describe('an installation without other ways', () => {
  it('offers none and takes none', async () => {
    const server = await startTestApp({ officialAccount: 'off', smsDriver: 'off' }, 'simulator');
    try {
      const person = await signInPerson(server, '寅');
      expect((await person.call('PUT', '/me/contacts/official-account')).status).toBe(409);
      expect((await person.givePhone()).status).toBe(409);
      const site = (await (await server.get('/api/v1/site')).json()) as object;
      expect(site).toMatchObject({ officialAccount: null, sms: false, phoneUrl: null });
    } finally {
      await server.close();
    }
  });
});
