import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { CatalogueModule } from '../../src/catalogue/catalogue.module.js';
import { withApplication } from '../../src/cli/with-application.js';
import { AppConfig } from '../../src/config/app-config.js';
import { dataSourceOptions } from '../../src/database/data-source-options.js';
import { Delivery } from '../../src/notifications/delivery.entity.js';
import { NotificationsModule } from '../../src/notifications/notifications.module.js';
import { makeSubscribers } from '../support/make-subscribers.js';
import { startMariadb } from '../support/mariadb-server.js';
import { startRedis } from '../support/redis-server.js';
import { sampleClause, saveClause } from '../support/sample-clause.js';
import { createTestDatabase } from '../support/test-database.js';
import { measureFanOut } from './push/measure-fan-out.js';
import { measureMatching } from './push/measure-matching.js';
import { measurePublishing } from './push/measure-publishing.js';
import { measureSending } from './push/measure-sending.js';
import { startChild } from './push/run-child.js';

const TOPICS = ['T0201', 'T0202'];
const MOST_MESSAGES = 20_000;
const PEOPLE_A_CALL = 5_000;
const BATCH = 50_000;

const { values } = parseArgs({
  options: {
    subscribers: { type: 'string', default: '100000' },
    searches: { type: 'string', default: '100000' },
    messages: { type: 'string', default: String(MOST_MESSAGES) },
    latency: { type: 'string', default: '100' },
    workers: { type: 'string', default: '1' },
    queue: { type: 'string', default: 'database' },
    db: { type: 'string', default: 'sqlite' },
    json: { type: 'boolean', default: false },
  },
});
const [subscribers, messages] = [Number(values.subscribers), Number(values.messages)];

/** People with phones, each of whom allows `times` messages. */
async function makePhones(
  simulator: string,
  config: AppConfig,
  people: number,
  times: number,
): Promise<string[]> {
  const openIds: string[] = [];
  while (openIds.length < people) {
    const count = Math.min(PEOPLE_A_CALL, people - openIds.length);
    const answer = await fetch(`${simulator}/_sim/users`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        nickname: '订阅人',
        count,
        consents: [{ templateId: config.wechatTemplateId, times }],
      }),
    });
    const { items } = (await answer.json()) as { items: { openids: Record<string, string> }[] };
    openIds.push(...items.map(({ openids }) => openids[config.wechatAppId] ?? ''));
  }
  return openIds;
}

async function measure(): Promise<object> {
  const database = await createTestDatabase();
  const redis = values.queue === 'bullmq' ? await startRedis() : null;
  const simulator = await startChild('bench-simulator.js', [String(values.latency)]);
  const config = Object.assign(new AppConfig(), database.config);
  const settings = {
    DATA_DIR: database.config.dataDir,
    DATABASE_URL: database.config.databaseUrl ?? '',
    DEMO_CATALOGUE: 'off',
    SIMULATOR_URL: simulator.line,
    SEND_RATE_PER_SECOND: '0',
    JOB_QUEUE: values.queue,
    REDIS_URL: redis?.url ?? '',
  };
  try {
    // One message of the bare client, one of ours.
    const openIds = await makePhones(simulator.line, config, Math.min(messages, subscribers), 2);
    const matching = await withApplication(config, [CatalogueModule, NotificationsModule], async (app) => {
      const source = app.get(DataSource);
      const plan = { appId: config.wechatAppId, topics: TOPICS };
      await makeSubscribers(source, { ...plan, openIds, count: Math.min(BATCH, subscribers) });
      for (let made = BATCH; made < subscribers; made += BATCH) {
        await makeSubscribers(source, { ...plan, openIds: [], count: Math.min(BATCH, subscribers - made) });
      }
      const figures = await measureMatching(app, Number(values.searches));
      await saveClause({ app }, sampleClause({ topics: TOPICS, audience: 'enterprise' }));
      return figures;
    });
    const source = await new DataSource(dataSourceOptions(config)).initialize();
    const fanout = await measureFanOut(source, settings);
    const { send, tally } = await measureSending(source, settings, openIds, Number(values.workers));
    const uncertain = await source.getRepository(Delivery).countBy({ state: 'uncertain' });
    await source.destroy();
    const [reader = ''] = await makePhones(simulator.line, config, 1, 100);
    const publishing = await measurePublishing(config, settings, reader);
    return { fanout, matching, send, publishing, ...tally, uncertain };
  } finally {
    simulator.end();
    await redis?.stop();
    await database.drop();
  }
}

const server = values.db === 'sqlite' ? null : await startMariadb();
try {
  process.env.TEST_DATABASE = server ? 'mariadb' : 'sqlite';
  if (server) process.env.TEST_MARIADB_URL = server.url;
  const figures = await measure();
  console.log(values.json ? JSON.stringify(figures) : JSON.stringify(figures, null, 2));
} finally {
  await server?.stop();
}
