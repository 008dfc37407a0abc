import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClauseEndingsService } from '../../src/clauses/clause-endings.service.js';
import type { MeView } from '../../src/me/me.view.js';
import type { MessageView } from '../../src/notifications/message.view.js';
import { drainPush } from '../support/drain-push.js';
import { sampleClause, saveClause } from '../support/sample-clause.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';
import { control, signInPerson, type VirtualPerson } from '../support/virtual-person.js';

const [TOPIC, OTHER_TOPIC] = ['T0201', 'T0202'] as const;

describe('a person who subscribes', () => {
  let server: TestApp;
  beforeAll(async () => {
    server = await startTestApp({}, 'simulator');
  });
  afterAll(() => server.close());

  const inbox = async (person: VirtualPerson): Promise<MessageView[]> =>
    (await person.read<{ items: MessageView[] }>('/me/messages')).items;

  async function subscriber(nickname: string, ...topics: string[]): Promise<VirtualPerson> {
    const person = await signInPerson(server, nickname);
    for (const topic of topics) {
      expect((await person.call('PUT', `/me/subscriptions/topics/${topic}`)).status).toBe(204);
    }
    return person;
  }

  it('is told once of a clause, however many of the topics match, and not again', async () => {
    const person = await subscriber('甲', TOPIC, OTHER_TOPIC);
    await person.consent();
    expect(await person.read<MeView>('/me')).toMatchObject({ consents: [{ remaining: 1 }] });
    const clause = sampleClause({ code: 'told-1', ordinal: 901, topics: [TOPIC, OTHER_TOPIC] });
    await saveClause(server, clause);
    await saveClause(server, clause);
    await drainPush(server.app);
    const [message, ...more] = await person.messages();
    expect(more).toEqual([]);
    expect(message?.page).toBe('pages/clause/clause?code=told-1');
    expect(JSON.stringify(message?.data)).toContain('返乡创业一次性奖补');
    expect(JSON.stringify(message?.data)).toContain('每人最高 5000 元');
    const [stored, ...others] = await inbox(person);
    expect(others).toEqual([]);
    expect(stored).toMatchObject({
      title: '新政策：返乡创业一次性奖补',
      wechat: 'sent',
      readAt: null,
      clauseVersion: 1,
    });
    expect(stored?.reasons).toHaveLength(2);
    expect(await person.read<MeView>('/me')).toMatchObject({ unread: 1, consents: [{ remaining: 0 }] });
  });

  it('finds the message in the inbox where WeChat allows none', async () => {
    const person = await subscriber('乙', TOPIC);
    await saveClause(server, sampleClause({ code: 'told-2', ordinal: 902, topics: [TOPIC] }));
    await drainPush(server.app);
    expect(await person.messages()).toEqual([]);
    const [message] = await inbox(person);
    expect(message).toMatchObject({ wechat: 'no_consent' });
    expect((await person.call('PUT', `/me/messages/${message?.id}/read`)).status).toBe(204);
    expect(await person.read<MeView>('/me')).toMatchObject({ unread: 0, consents: [{ remaining: 0 }] });
  });

  it('hears of a change, by the version that changed', async () => {
    const person = await subscriber('丙', TOPIC);
    await saveClause(
      server,
      sampleClause({
        code: 'told-2',
        ordinal: 902,
        topics: [TOPIC],
        benefit: '提高到八千元。',
        amount: null,
      }),
    );
    await drainPush(server.app);
    expect((await inbox(person))[0]).toMatchObject({
      title: '政策有变化：返乡创业一次性奖补',
      clauseVersion: 2,
    });
  });

  it('hears nothing after unsubscribing', async () => {
    const person = await subscriber('丁', TOPIC);
    expect((await person.call('DELETE', `/me/subscriptions/topics/${TOPIC}`)).status).toBe(204);
    await saveClause(server, sampleClause({ code: 'told-3', ordinal: 903, topics: [TOPIC] }));
    await drainPush(server.app);
    expect(await inbox(person)).toEqual([]);
    expect(await person.read('/me/subscriptions')).toMatchObject({ items: [], total: 0 });
  });

  it('hears nothing of a clause that was withdrawn before it was sent', async () => {
    const person = await subscriber('戊', TOPIC);
    await person.consent();
    await saveClause(server, sampleClause({ code: 'told-4', ordinal: 904, topics: [TOPIC] }));
    await server.app.get(ClauseEndingsService).end('told-4', { status: 'withdrawn', reason: '测试' });
    await drainPush(server.app);
    expect(await person.messages()).toEqual([]);
    expect(await inbox(person)).toEqual([]);
  });

  it('is not told twice when the answer of WeChat is lost, and the event settles it', async () => {
    const person = await subscriber('己', TOPIC);
    await person.consent();
    await control(server, 'POST', 'faults', { target: 'send', kind: 'drop', accepted: true, times: 50 });
    await saveClause(server, sampleClause({ code: 'told-5', ordinal: 905, topics: [TOPIC] }));
    await drainPush(server.app);
    await control(server, 'DELETE', 'faults');
    await control(server, 'GET', 'events/settled');
    await drainPush(server.app);
    expect(await person.messages()).toHaveLength(1);
    expect((await inbox(person))[0]).toMatchObject({ wechat: 'sent' });
  });

  it('cannot read or mark what belongs to somebody else', async () => {
    const owner = await subscriber('庚', TOPIC);
    const other = await subscriber('辛');
    await saveClause(server, sampleClause({ code: 'told-6', ordinal: 906, topics: [TOPIC] }));
    await drainPush(server.app);
    const [message] = await inbox(owner);
    expect((await other.call('PUT', `/me/messages/${message?.id}/read`)).status).toBe(404);
    expect((await inbox(owner))[0]?.readAt).toBeNull();
  });

  it('is a stranger after signing out', async () => {
    const person = await subscriber('壬');
    expect((await person.call('DELETE', '/sessions/current')).status).toBe(204);
    expect((await person.call('GET', '/me')).status).toBe(401);
  });

  it('cannot log in with a code that WeChat does not know', async () => {
    const answer = await fetch(`${server.url}/api/v1/sessions/wechat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: 'not-a-code' }),
    });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ code: 'SESSION.LOGIN_FAILED' });
  });

  it('refuses a push that WeChat did not sign', async () => {
    const answer = await fetch(`${server.url}/api/v1/wechat/callback?signature=x&timestamp=1&nonce=2`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(answer.status).toBe(403);
  });
});
