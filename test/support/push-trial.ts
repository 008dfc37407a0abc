import { expect } from '@jest/globals';
import { DataSource, In } from 'typeorm';
import { createSimulator, type Simulator } from '#libs/wechat-simulator';
import { AppConfig } from '../../src/config/app-config.js';
import { createApp } from '../../src/create-app.js';
import { Delivery } from '../../src/notifications/delivery.entity.js';
import { freePort } from './free-port.js';
import { makeSubscribers } from './make-subscribers.js';
import { sampleClause, saveClause } from './sample-clause.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';
import { until } from './until.js';

const SUBSCRIBERS = 6_000;
const PHONES = 600;

/** A campaign to many people, about to be worked on by processes that a test starts and kills. */
export class PushTrial {
  private constructor(
    private readonly database: TestDatabase,
    private readonly simulator: Simulator,
    private readonly source: DataSource,
    /** Environment variables of the processes. */
    readonly settings: Record<string, string>,
  ) {}

  /** Publishes a clause, which waits in the outbox, and makes the people who are to hear of it. */
  static async start(databaseServer?: string): Promise<PushTrial> {
    const base = new AppConfig();
    const database = await createTestDatabase(databaseServer);
    const port = await freePort();
    const simulator = makeSimulator(base, port);
    await simulator.listen();
    const source = await prepare(Object.assign(base, database.config, { environment: 'test' }), simulator);
    return new PushTrial(database, simulator, source, {
      DATA_DIR: database.config.dataDir,
      DATABASE_URL: database.config.databaseUrl ?? '',
      PORT: String(port),
      SIMULATOR_URL: simulator.url,
      WECHAT_TIMEOUT_MS: '1000',
    });
  }

  async stop(): Promise<void> {
    await this.source.destroy();
    await this.simulator.close();
    await this.database.drop();
  }

  countDeliveries(...states: Delivery['state'][]): Promise<number> {
    return this.source.getRepository(Delivery).countBy(states.length > 0 ? { state: In(states) } : {});
  }

  async countMessages(): Promise<number> {
    return (await control<{ total: number }>(this.simulator, 'messages?limit=1')).total;
  }

  /** Waits until nothing is to be done any more; at most a minute, as promised after a crash. */
  async ends(): Promise<void> {
    const safely = (count: () => Promise<number>, wanted: number) => () =>
      count().then(
        (total) => total === wanted,
        () => false,
      );
    await until(
      'all deliveries made',
      safely(() => this.countDeliveries(), SUBSCRIBERS),
    );
    await until(
      'no delivery under way',
      safely(() => this.countDeliveries('pending', 'claimed', 'sending'), 0),
    );
    await control(this.simulator, 'events/settled');
  }

  /** Nobody was told twice, and nobody was left out. */
  async expectEverybodyToldOnce(): Promise<void> {
    const path = `messages?limit=${PHONES + 1}`;
    const { items } = await control<{ items: { openid: string }[] }>(this.simulator, path);
    expect(new Set(items.map(({ openid }) => openid)).size).toBe(items.length);
    const [sent, uncertain] = [await this.countDeliveries('sent'), await this.countDeliveries('uncertain')];
    expect(sent + uncertain).toBe(PHONES);
    // What WeChat accepted was settled by its event, whoever was killed before recording it.
    expect(sent).toBe(await this.countMessages());
    expect(await this.countDeliveries('no_consent')).toBe(SUBSCRIBERS - PHONES);
  }
}

function makeSimulator(config: AppConfig, port: number): Simulator {
  const keys = config.wechatTemplateKeys.map((key) => ({ key, label: key }));
  return createSimulator({
    dataFile: ':memory:',
    latencyMs: 60,
    apps: [
      {
        appId: config.wechatAppId,
        secret: config.wechatAppSecret,
        originalId: 'gh_test',
        templates: [{ id: config.wechatTemplateId, title: '提醒', kind: 'one_time', keys }],
        callback: {
          url: `http://127.0.0.1:${port}/api/v1/wechat/callback`,
          token: config.wechatCallbackToken,
          mode: 'plain',
          format: 'xml',
        },
      },
    ],
    callbackRetryDelaysMs: [1_000, 5_000, 15_000],
  });
}

/** Answers a connection to the database that outlives the application. */
async function prepare(config: AppConfig, simulator: Simulator): Promise<DataSource> {
  const app = await createApp(config);
  await app.init();
  const { items } = await control<{ items: { openids: Record<string, string> }[] }>(simulator, 'users', {
    nickname: '订阅人',
    count: PHONES,
    consents: [{ templateId: config.wechatTemplateId, times: 1 }],
  });
  const openIds = items.map(({ openids }) => openids[config.wechatAppId] ?? '');
  const plan = { appId: config.wechatAppId, openIds, count: SUBSCRIBERS, topics: ['T0201', 'T0202'] };
  await makeSubscribers(app.get(DataSource), plan);
  await saveClause({ app }, sampleClause({ topics: ['T0201', 'T0202'] }));
  const source = await new DataSource({ ...app.get(DataSource).options }).initialize();
  await app.close();
  return source;
}

async function control<T>(simulator: Simulator, path: string, body?: object): Promise<T> {
  const answer = await fetch(`${simulator.url}/_sim/${path}`, {
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    headers: body ? { 'content-type': 'application/json' } : {},
  });
  return (await answer.json()) as T;
}
