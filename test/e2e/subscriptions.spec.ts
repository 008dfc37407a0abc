import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ClauseEndingsService } from '../../src/clauses/clause-endings.service.js';
import { CalendarService } from '../../src/notifications/calendar.service.js';
import type { MeView } from '../../src/me/me.view.js';
import type { MessageView } from '../../src/notifications/message.view.js';
import type { EstimateView, SubscriptionView } from '../../src/subscriptions/subscription.view.js';
import { drainPush } from '../support/drain-push.js';
import { sampleClause, saveClause } from '../support/sample-clause.js';
import { setClock } from '../support/set-clock.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';
import { signInPerson, type VirtualPerson } from '../support/virtual-person.js';

const [MORNING, EVENING] = ['2026-11-24T10:00:00+08:00', '2026-11-24T23:00:00+08:00'];
const NEXT_DAY = '2026-11-25T09:30:00+08:00';
const TOPIC = 'T0201';

describe('subscriptions of every kind', () => {
  let server: TestApp;
  let count = 0;
  beforeAll(async () => {
    server = await startTestApp(
      // The clock stands still, so a limit per second would never end.
      { quietHours: 'on', sendDailyCap: 2, sendRatePerSecond: 0 },
      'simulator',
    );
  });
  afterAll(() => server.close());
  beforeEach(() => setClock(server, MORNING));

  /** Publishes a new clause and pushes it. */
  async function publish(changes: Record<string, unknown> = {}): Promise<string> {
    const code = `sub-${++count}`;
    await saveClause(server, sampleClause({ code, ordinal: 700 + count, ...changes }));
    await drainPush(server.app);
    return code;
  }
  const inbox = async (person: VirtualPerson): Promise<MessageView[]> =>
    (await person.read<{ items: MessageView[] }>('/me/messages')).items;
  const listed = async (person: VirtualPerson): Promise<SubscriptionView[]> =>
    (await person.read<{ items: SubscriptionView[] }>('/me/subscriptions')).items;
  const personWith = (consents: number): Promise<VirtualPerson> =>
    signInPerson(server, `人${++count}`, consents);

  it('reach who follows the department, the policy or a search, and say so', async () => {
    const [official, reader, searcher] = [await personWith(0), await personWith(0), await personWith(0)];
    await official.call('PUT', '/me/subscriptions/departments/hrss');
    await reader.call('PUT', '/me/subscriptions/policies/hrss-p01');
    const search = { q: '返乡 奖补', audience: ['citizen'], supportKind: [] };
    expect((await searcher.call('POST', '/me/subscriptions/searches', search)).status).toBe(204);
    await publish();
    expect((await inbox(official))[0]?.reasons).toEqual(['你订阅了部门：市人社局']);
    expect((await inbox(reader))[0]?.reasons[0]).toMatch(/^你订阅了政策：/);
    expect((await inbox(searcher))[0]?.reasons).toEqual(['你保存了搜索：奖补 返乡（群众）']);
    await publish({ audience: 'enterprise' });
    expect(await inbox(official)).toHaveLength(2);
    expect(await inbox(searcher)).toHaveLength(1);
  });

  it('are known to pages by their codes, as long as they last', async () => {
    const person = await personWith(0);
    for (const path of [`topics/${TOPIC}`, 'departments/hrss', 'policies/hrss-p01', 'departments/tax']) {
      await person.call('PUT', `/me/subscriptions/${path}`);
    }
    await person.call('DELETE', '/me/subscriptions/departments/tax');
    expect(await person.read<MeView>('/me')).toMatchObject({
      topics: [TOPIC],
      departments: ['hrss'],
      policies: ['hrss-p01'],
    });
  });

  it('refuse a search for everything, and what does not exist', async () => {
    const person = await personWith(0);
    expect((await person.call('POST', '/me/subscriptions/searches', { q: ' ' })).status).toBe(400);
    expect((await person.call('PUT', '/me/subscriptions/departments/nope')).status).toBe(404);
    expect((await person.call('PUT', '/me/subscriptions/clauses/x')).status).toBe(400);
  });

  it('take several topics at once, pause, resume, and end with one tap', async () => {
    const person = await personWith(0);
    await person.call('POST', '/me/subscriptions/topics', { codes: [TOPIC, 'T0202', TOPIC] });
    const [one] = await listed(person);
    expect(await listed(person)).toHaveLength(2);
    for (const { id } of await listed(person)) {
      await person.call('PATCH', `/me/subscriptions/items/${id}`, { paused: true });
    }
    await publish({ topics: [TOPIC, 'T0202'] });
    expect(await inbox(person)).toEqual([]);
    await person.call('PATCH', `/me/subscriptions/items/${one?.id}`, { paused: false });
    await publish({ topics: [TOPIC, 'T0202'] });
    expect(await inbox(person)).toHaveLength(1);
    expect((await person.call('DELETE', '/me/subscriptions')).status).toBe(204);
    expect(await listed(person)).toEqual([]);
    await publish({ topics: [TOPIC] });
    expect(await inbox(person)).toHaveLength(1);
  });

  it('belong to their owner only', async () => {
    const [owner, other] = [await personWith(0), await personWith(0)];
    await owner.call('PUT', `/me/subscriptions/topics/${TOPIC}`);
    const [mine] = await listed(owner);
    expect((await other.call('DELETE', `/me/subscriptions/items/${mine?.id}`)).status).toBe(404);
    expect((await other.call('PATCH', `/me/subscriptions/items/${mine?.id}`, { paused: true })).status).toBe(
      404,
    );
    expect((await listed(owner))[0]?.paused).toBe(false);
  });

  it('gather what a day brought into one message the next morning', async () => {
    const person = await personWith(2);
    await person.call('PUT', `/me/subscriptions/topics/${TOPIC}`, { frequency: 'daily' });
    await publish({ topics: [TOPIC] });
    await publish({ topics: [TOPIC] });
    expect(await person.messages()).toEqual([]);
    expect(await inbox(person)).toHaveLength(2);
    setClock(server, NEXT_DAY);
    await drainPush(server.app);
    const [summary, ...more] = await person.messages();
    expect(more).toEqual([]);
    expect(summary?.data.thing1).toBe('返乡创业一次性奖补等2条政策');
    expect((await inbox(person)).map(({ wechat }) => wechat)).toEqual(['sent', 'sent']);
  });

  it('let people sleep', async () => {
    const person = await personWith(1);
    await person.call('PUT', `/me/subscriptions/topics/${TOPIC}`);
    setClock(server, EVENING);
    await publish({ topics: [TOPIC] });
    expect(await person.messages()).toEqual([]);
    setClock(server, NEXT_DAY);
    await drainPush(server.app);
    expect(await person.messages()).toHaveLength(1);
  });

  it('bring no more than the daily cap; the rest comes together the next morning', async () => {
    const person = await personWith(5);
    await person.call('PUT', `/me/subscriptions/topics/${TOPIC}`);
    for (let at = 0; at < 4; at++) await publish({ topics: [TOPIC] });
    expect(await person.messages()).toHaveLength(2);
    setClock(server, NEXT_DAY);
    await drainPush(server.app);
    const title = '返乡创业一次性奖补';
    expect((await person.messages()).map(({ data }) => data.thing1)).toEqual([
      `${title}等2条政策`,
      title,
      title,
    ]);
  });

  it('correct what was told when the clause is withdrawn', async () => {
    const [told, late] = [await personWith(2), await personWith(0)];
    await told.call('PUT', `/me/subscriptions/topics/${TOPIC}`);
    const code = await publish({ topics: [TOPIC] });
    await late.call('PUT', `/me/subscriptions/topics/${TOPIC}`);
    await server.app.get(ClauseEndingsService).end(code, { status: 'withdrawn', reason: '测试' });
    await drainPush(server.app);
    expect((await inbox(told)).map(({ title }) => title.slice(0, 5))).toEqual(['政策已撤下', '新政策：返']);
    expect((await told.messages())[0]?.data.thing1).toContain('已撤下');
    expect(await inbox(late)).toEqual([]);
  });

  it('remind once, a week before the application period ends', async () => {
    const person = await personWith(0);
    await person.call('PUT', `/me/subscriptions/topics/${TOPIC}`);
    await publish({ topics: [TOPIC], applyTo: '2026-12-01' });
    for (let times = 0; times < 2; times++) {
      await server.app.get(CalendarService).announce();
      await drainPush(server.app);
    }
    expect((await inbox(person)).map(({ title }) => title.slice(0, 4))).toEqual(['即将截止', '新政策：']);
  });

  it('say beforehand how much a subscription would bring', async () => {
    const person = await personWith(0);
    const few = await person.read<EstimateView>('/me/subscriptions/estimate/policies/hrss-p02');
    expect(few.many).toBe(false);
    const all = await person.read<EstimateView>(
      '/me/subscriptions/estimate/search?audience=citizen&audience=enterprise',
    );
    expect(all.perWeek).toBeGreaterThan(5);
    expect(all.many).toBe(true);
    expect(all.latest).toHaveLength(3);
  });
});
