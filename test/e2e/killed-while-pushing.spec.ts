import { afterEach, beforeEach, describe, it } from '@jest/globals';
import { DURABLE, type MariadbServer, startMariadb } from '../support/mariadb-server.js';
import { PushTrial } from '../support/push-trial.js';
import { type RedisServer, startRedis } from '../support/redis-server.js';
import { startServerProcess } from '../support/server-process.js';
import { testDatabaseKind } from '../support/test-database.js';
import { until } from '../support/until.js';

describe('a push whose process is killed', () => {
  let trial: PushTrial;
  beforeEach(async () => {
    trial = await PushTrial.start();
  });
  afterEach(() => trial.stop());

  it('tells everybody, and nobody twice', async () => {
    const first = await startServerProcess(trial.settings);
    await until('some deliveries', async () => (await trial.countDeliveries()) > 0);
    await first.kill();
    const second = await startServerProcess(trial.settings);
    await until('some messages', async () => (await trial.countMessages()) > 100);
    await second.kill();
    const third = await startServerProcess(trial.settings);
    await trial.ends();
    await third.stop();
    await trial.expectEverybodyToldOnce();
  }, 120_000);
});

describe('a push by way of Redis', () => {
  let trial: PushTrial;
  let redis: RedisServer;
  beforeEach(async () => {
    redis = await startRedis();
    trial = await PushTrial.start();
  });
  afterEach(async () => {
    await trial.stop();
    await redis.stop();
  });

  it('tells everybody, and nobody twice, when Redis loses all jobs and a worker is killed', async () => {
    const settings = { ...trial.settings, JOB_QUEUE: 'bullmq', REDIS_URL: redis.url };
    const server = await startServerProcess({ ...settings, WORKER: 'off' });
    const first = await startServerProcess(settings, 'worker');
    await until('some deliveries', async () => (await trial.countDeliveries()) > 0);
    await redis.kill();
    await redis.restart();
    await until('some messages', async () => (await trial.countMessages()) > 100);
    await first.kill();
    const second = await startServerProcess(settings, 'worker');
    await until('more messages', async () => (await trial.countMessages()) > 200);
    await redis.kill();
    await redis.restart();
    await trial.ends();
    await second.stop();
    await server.stop();
    await trial.expectEverybodyToldOnce();
  }, 180_000);
});

// The embedded database lives and dies with its process: that is the first test.
(testDatabaseKind() === 'mariadb' ? describe : describe.skip)(
  'a push whose database server is killed',
  () => {
    let trial: PushTrial;
    let mariadb: MariadbServer;
    beforeEach(async () => {
      mariadb = await startMariadb(DURABLE);
      trial = await PushTrial.start(mariadb.url);
    }, 60_000);
    afterEach(async () => {
      await trial.stop();
      await mariadb.stop();
    });

    it('goes on once the server is back, and tells everybody, and nobody twice', async () => {
      const server = await startServerProcess(trial.settings);
      await until('some deliveries', async () => (await trial.countDeliveries()) > 0);
      await mariadb.crash();
      await until('some messages', async () => (await trial.countMessages()) > 100);
      await mariadb.crash();
      await trial.ends();
      await server.stop();
      await trial.expectEverybodyToldOnce();
    }, 180_000);
  },
);
