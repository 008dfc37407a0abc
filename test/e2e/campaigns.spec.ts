import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ClauseEditorService } from '../../src/clauses/clause-editor.service.js';
import type { Page } from '../../src/common/page.view.js';
import type { CampaignDetailView, CampaignView } from '../../src/notifications/campaign.view.js';
import type { MessageView } from '../../src/notifications/message.view.js';
import { drainPush, matchPush } from '../support/drain-push.js';
import { sampleClause, saveClause } from '../support/sample-clause.js';
import { setClock } from '../support/set-clock.js';
import { type StaffCall, staffCaller } from '../support/staff.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';
import { signInPerson, type VirtualPerson } from '../support/virtual-person.js';

const [MORNING, NIGHT] = ['2026-11-24T10:00:00+08:00', '2026-11-24T23:00:00+08:00'];
const TOPIC = 'T0201';

describe('operators', () => {
  let server: TestApp;
  let call: StaffCall;
  let count = 0;
  beforeAll(async () => {
    server = await startTestApp({ quietHours: 'on', sendRatePerSecond: 0, sendDailyCap: 1_000 }, 'simulator');
    call = await staffCaller(server, 'operator');
  });
  afterAll(() => server.close());
  beforeEach(() => setClock(server, MORNING));

  const read = async <T>(path: string): Promise<T> => (await (await call('GET', path)).json()) as T;
  const newest = async (): Promise<CampaignView> => {
    const { items } = await read<Page<CampaignView>>('/campaigns?pageSize=1');
    if (!items[0]) throw new Error('no campaign');
    return items[0];
  };
  const detail = async (): Promise<CampaignDetailView> => read(`/campaigns/${(await newest()).id}`);
  const order = async (action: string): Promise<number> =>
    (await call('POST', `/campaigns/${(await newest()).id}/${action}`)).status;

  async function person(consents: number, folder = `topics/${TOPIC}`): Promise<VirtualPerson> {
    const someone = await signInPerson(server, `人${++count}`, consents);
    await someone.call('DELETE', '/me/subscriptions');
    await someone.call('PUT', `/me/subscriptions/${folder}`);
    return someone;
  }
  async function publish(): Promise<string> {
    const code = `op-${++count}`;
    await saveClause(server, sampleClause({ code, ordinal: 500 + count, topics: [TOPIC] }));
    return code;
  }
  const inbox = async (someone: VirtualPerson): Promise<MessageView[]> =>
    (await someone.read<{ items: MessageView[] }>('/me/messages')).items;

  it('see how far a campaign has come, what WeChat refused, and what to do about it', async () => {
    const [allows, refuses] = [await person(1), await person(0)];
    const code = await publish();
    await drainPush(server.app);
    expect(await allows.messages()).toHaveLength(1);
    expect(await refuses.messages()).toEqual([]);
    const seen = await detail();
    expect(seen).toMatchObject({
      kind: 'published',
      clause: { code, title: '返乡创业一次性奖补', version: 1 },
      state: 'matched',
      paused: false,
      urgent: false,
      total: 2,
      waiting: 0,
      counts: { sent: 1, no_consent: 1, pending: 0, failed: 0 },
      sentLastMinute: 1,
      uncertain: 0,
    });
    expect(seen.errors).toEqual([{ code: 43101, total: 1, advice: expect.stringContaining('没有允许') }]);
    expect((await read<Page<CampaignView>>('/campaigns')).items[0]).toMatchObject({ total: 2, waiting: 0 });
    setClock(server, '2026-11-24T10:01:01+08:00');
    expect((await detail()).sentLastMinute).toBe(0);
  });

  it('hold a campaign back, and let it go on at once', async () => {
    const someone = await person(1);
    await publish();
    await matchPush(server.app);
    expect(await order('pause')).toBe(204);
    await drainPush(server.app);
    expect(await someone.messages()).toEqual([]);
    expect(await newest()).toMatchObject({ paused: true, state: 'matched' });
    // Held back: due again only in five minutes.
    await drainPush(server.app);
    expect((await detail()).counts.pending).toBeGreaterThan(0);
    expect(await order('resume')).toBe(204);
    await drainPush(server.app);
    expect(await someone.messages()).toHaveLength(1);
    expect(await newest()).toMatchObject({ paused: false, waiting: 0 });
  });

  it('wake nobody at night by resuming', async () => {
    const someone = await person(1);
    await publish();
    await matchPush(server.app);
    await order('pause');
    await drainPush(server.app);
    setClock(server, '2026-11-24T22:59:00+08:00');
    await drainPush(server.app);
    setClock(server, NIGHT);
    await order('resume');
    await drainPush(server.app);
    expect(await someone.messages()).toEqual([]);
    setClock(server, '2026-11-25T08:31:00+08:00');
    await drainPush(server.app);
    expect(await someone.messages()).toHaveLength(1);
  });

  it('cancel what was not sent, which then shows in no inbox', async () => {
    const [daily, told] = [await person(1), await person(1)];
    const { items } = await daily.read<{ items: { id: string }[] }>('/me/subscriptions');
    await daily.call('PATCH', `/me/subscriptions/items/${items[0]?.id}`, { frequency: 'daily' });
    await publish();
    await drainPush(server.app);
    expect(await inbox(daily)).toHaveLength(1);
    expect(await order('cancel')).toBe(204);
    await drainPush(server.app);
    expect(await inbox(daily)).toEqual([]);
    expect(await told.messages()).toHaveLength(1);
    expect(await newest()).toMatchObject({ state: 'cancelled', waiting: 0 });
    expect(await order('cancel')).toBe(204);
    expect(await order('pause')).toBe(409);
  });

  it('cannot stop what is over, nor what does not exist', async () => {
    await person(0);
    await publish();
    await drainPush(server.app);
    // The daily summaries of others wait still: let them pass.
    setClock(server, '2026-11-26T10:00:00+08:00');
    await drainPush(server.app);
    const answer = await call('POST', `/campaigns/${(await newest()).id}/cancel`);
    expect([answer.status, await answer.json()]).toEqual([
      409,
      expect.objectContaining({ code: 'CAMPAIGN.ENDED' }),
    ]);
    expect((await call('GET', '/campaigns/01J00000000000000000000000')).status).toBe(404);
    expect((await call('GET', '/campaigns/nonsense')).status).toBe(400);
  });

  it('may publish urgently, which no quiet hours hold back', async () => {
    const someone = await person(1);
    setClock(server, NIGHT);
    const draft = sampleClause({ code: 'urgent-1', ordinal: 499, topics: [TOPIC], status: 'draft' });
    await saveClause(server, draft);
    await server.app.get(ClauseEditorService).publish('urgent-1', { silent: false, urgent: true });
    await drainPush(server.app);
    expect(await newest()).toMatchObject({ urgent: true });
    expect(await someone.messages()).toHaveLength(1);
  });
});
