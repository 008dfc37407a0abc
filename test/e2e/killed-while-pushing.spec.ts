import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource, In } from 'typeorm';
import { createSimulator, type Simulator } from '#libs/wechat-simulator';
import { AppConfig } from '../../src/config/app-config.js';
import { createApp } from '../../src/create-app.js';
import { Delivery } from '../../src/notifications/delivery.entity.js';
import { freePort } from '../support/free-port.js';
import { makeSubscribers } from '../support/make-subscribers.js';
import { sampleClause, saveClause } from '../support/sample-clause.js';
import { startServerProcess } from '../support/server-process.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { until } from '../support/until.js';

const SUBSCRIBERS = 6_000;
const PHONES = 600;

describe('a push whose process is killed', () => {
  const base = new AppConfig();
  const app = { appId: base.wechatAppId, secret: base.wechatAppSecret, originalId: 'gh_test' };
  let database: TestDatabase;
  let simulator: Simulator;
  let source: DataSource;
  let settings: Record<string, string>;

  beforeAll(async () => {
    database = await createTestDatabase();
    const port = await freePort();
    const keys = base.wechatTemplateKeys.map((key) => ({ key, label: key }));
    simulator = createSimulator({
      dataFile: ':memory:',
      latencyMs: 60,
      apps: [
        {
          ...app,
          templates: [{ id: base.wechatTemplateId, title: '提醒', kind: 'one_time', keys }],
          callback: {
            url: `http://127.0.0.1:${port}/api/v1/wechat/callback`,
            token: base.wechatCallbackToken,
            mode: 'plain',
            format: 'xml',
          },
        },
      ],
      callbackRetryDelaysMs: [1_000, 5_000, 15_000],
    });
    await simulator.listen();
    settings = {
      DATA_DIR: database.config.dataDir,
      DATABASE_URL: database.config.databaseUrl ?? '',
      PORT: String(port),
      SIMULATOR_URL: simulator.url,
      WECHAT_TIMEOUT_MS: '1000',
    };
  });
  afterAll(async () => {
    await source.destroy();
    await simulator.close();
    await database.drop();
  });

  const control = async <T>(path: string, body?: object): Promise<T> => {
    const answer = await fetch(`${simulator.url}/_sim/${path}`, {
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
      headers: body ? { 'content-type': 'application/json' } : {},
    });
    return (await answer.json()) as T;
  };
  const sentMessages = async (): Promise<number> =>
    (await control<{ total: number }>('messages?limit=1')).total;
  const countDeliveries = (...states: Delivery['state'][]): Promise<number> =>
    source.getRepository(Delivery).countBy(states.length > 0 ? { state: In(states) } : {});

  /** A published clause in the outbox, and the people who are to hear of it. */
  async function prepare(): Promise<void> {
    const config = Object.assign(new AppConfig(), base, database.config, { environment: 'test' });
    const inner = await createApp(config);
    await inner.init();
    const { items } = await control<{ items: { openids: Record<string, string> }[] }>('users', {
      nickname: '订阅人',
      count: PHONES,
      consents: [{ templateId: base.wechatTemplateId, times: 1 }],
    });
    const openIds = items.map(({ openids }) => openids[app.appId] ?? '');
    const plan = { appId: app.appId, openIds, count: SUBSCRIBERS, topics: ['T0201', 'T0202'] };
    await makeSubscribers(inner.get(DataSource), plan);
    const server = { app: inner, url: '', get: fetch, close: () => inner.close() };
    await saveClause(server, sampleClause({ topics: ['T0201', 'T0202'] }));
    source = await new DataSource({ ...inner.get(DataSource).options }).initialize();
    await inner.close();
  }

  it('tells everybody, and nobody twice', async () => {
    await prepare();
    const first = await startServerProcess(settings);
    await until('some deliveries', async () => (await countDeliveries()) > 0);
    await first.kill();
    const second = await startServerProcess(settings);
    await until('some messages', async () => (await sentMessages()) > 100);
    await second.kill();
    const third = await startServerProcess(settings);
    await until('all deliveries made', async () => (await countDeliveries()) === SUBSCRIBERS);
    await until(
      'no delivery under way',
      async () => (await countDeliveries('pending', 'claimed', 'sending')) === 0,
    );
    await control('events/settled');
    await third.stop();

    const { items } = await control<{ items: { openid: string }[] }>(`messages?limit=${PHONES + 1}`);
    expect(new Set(items.map(({ openid }) => openid)).size).toBe(items.length);
    const [sent, uncertain] = [await countDeliveries('sent'), await countDeliveries('uncertain')];
    expect(sent + uncertain).toBe(PHONES);
    // What WeChat accepted was settled by its event, whoever was killed before recording it.
    expect(sent).toBe(await sentMessages());
    expect(await countDeliveries('no_consent')).toBe(SUBSCRIBERS - PHONES);
  }, 120_000);
});
