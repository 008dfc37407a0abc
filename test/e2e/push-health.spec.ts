import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { Account } from '../../src/accounts/account.entity.js';
import { ClauseVersion } from '../../src/clauses/clause-version.entity.js';
import { BEFORE_ALL_IDS, newId } from '../../src/database/new-id.js';
import { Campaign } from '../../src/notifications/campaign.entity.js';
import { Delivery } from '../../src/notifications/delivery.entity.js';
import type { DeliveryState } from '../../src/notifications/notification.terms.js';
import { PushCanaryService } from '../../src/notifications/push-canary.service.js';
import { OutboxEvent } from '../../src/outbox/outbox-event.entity.js';
import { OutboxRelayService } from '../../src/outbox/outbox-relay.service.js';
import { setClock } from '../support/set-clock.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';

const NOW = '2026-11-24T10:00:00+08:00';
const ago = (seconds: number): Date => new Date(new Date(NOW).getTime() - seconds * 1000);

describe('/health/push', () => {
  let server: TestApp;
  let source: DataSource;
  let campaign: Campaign;
  beforeAll(async () => {
    server = await startTestApp();
    source = server.app.get(DataSource);
    const version = await source.getRepository(ClauseVersion).findOneByOrFail({ number: 1 });
    campaign = {
      id: newId(),
      clauseVersionId: version.id,
      kind: 'published',
      state: 'matched',
      cursor: BEFORE_ALL_IDS,
      urgent: false,
      paused: false,
      leaseUntil: null,
      createdAt: ago(1000),
    };
    await source.getRepository(Campaign).insert(campaign);
    setClock(server, NOW);
  });
  afterAll(() => server.close());

  const health = async (): Promise<[number, string]> => {
    const answer = await server.get('/health/push');
    const body = (await answer.json()) as { reason?: string; detail?: string };
    return [answer.status, body.reason ?? body.detail ?? ''];
  };

  async function deliver(state: DeliveryState, dueAt: Date): Promise<void> {
    const account = { id: newId(), createdAt: dueAt };
    await source.getRepository(Account).insert(account);
    const { id: campaignId, clauseVersionId, kind } = campaign;
    const rest = { reasons: [], attempts: 0, createdAt: dueAt, sentAt: state === 'sent' ? dueAt : null };
    await source.getRepository(Delivery).insert({
      id: newId(),
      campaignId,
      accountId: account.id,
      clauseVersionId,
      kind,
      state,
      dueAt,
      ...rest,
    });
  }

  async function gauge(name: string): Promise<number> {
    const text = await (await server.get('/metrics')).text();
    return Number(new RegExp(`^${name} (.+)$`, 'm').exec(text)?.[1]);
  }

  it('is well where nothing waits', async () => {
    expect(await health()).toEqual([200, '没有到期待发的消息']);
    expect(await gauge('push_healthy')).toBe(1);
    expect(await gauge('push_oldest_due_seconds')).toBe(0);
  });

  it('is busy while a long queue moves, and broken once it stands still', async () => {
    await deliver('pending', ago(500));
    await deliver('pending', ago(-3600));
    await deliver('uncertain', ago(400));
    await deliver('sent', ago(130));
    expect(await health()).toEqual([503, expect.stringContaining('晚了 500 秒')]);
    expect(await gauge('push_healthy')).toBe(0);
    await deliver('sent', ago(30));
    expect(await health()).toEqual([200, '正在发送，到期待发 1 条']);
    expect(await gauge('push_deliveries_pending')).toBe(2);
    expect(await gauge('push_deliveries_uncertain')).toBe(1);
    expect(await gauge('push_oldest_due_seconds')).toBe(500);
    expect(await gauge('push_sends_per_second')).toBeCloseTo(1 / 60);
  });

  it('is broken where nobody matches a campaign, unless somebody paused it', async () => {
    const campaigns = source.getRepository(Campaign);
    await campaigns.update({ id: campaign.id }, { state: 'matching' });
    expect(await health()).toEqual([503, expect.stringContaining('没有进程在匹配')]);
    await campaigns.update({ id: campaign.id }, { leaseUntil: ago(59) });
    expect((await health())[0]).toBe(200);
    await campaigns.update({ id: campaign.id }, { leaseUntil: ago(61) });
    expect((await health())[0]).toBe(503);
    await campaigns.update({ id: campaign.id }, { paused: true });
    expect((await health())[0]).toBe(200);
  });

  it('is broken where a fact waits in the outbox', async () => {
    setClock(server, ago(61).toISOString());
    const waiting = server.app.get(PushCanaryService).run(0);
    expect(await waiting).toBeNull();
    setClock(server, NOW);
    expect(await health()).toEqual([503, expect.stringContaining('等了 61 秒')]);
    await server.app.get(OutboxRelayService).step();
    expect((await health())[0]).toBe(200);
    expect(await source.getRepository(OutboxEvent).countBy({ type: 'push.canary', state: 'done' })).toBe(1);
  });
});
