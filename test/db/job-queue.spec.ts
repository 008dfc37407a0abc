import { AsyncResource } from 'node:async_hooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type INestApplicationContext, Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Clock } from '../../src/common/clock.js';
import { AppConfig } from '../../src/config/app-config.js';
import { UnitOfWork } from '../../src/database/unit-of-work.js';
import { HeadlessModule } from '../../src/headless.module.js';
import { BullMqJobQueue } from '../../src/jobs/bullmq-job.queue.js';
import { DatabaseJobQueue } from '../../src/jobs/database-job.queue.js';
import { type JobHandler, type JobQueue } from '../../src/jobs/job-queue.js';
import { JobsRepository } from '../../src/jobs/jobs.repository.js';
import { type RedisServer, startRedis } from '../support/redis-server.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { until } from '../support/until.js';

const LEASE_MS = 600;

/** Made before any transaction: what runs in it sees what another process would see. */
const elsewhere = new AsyncResource('elsewhere');

describe.each(['database', 'bullmq'] as const)('the job queue in %s', (driver) => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  let redis: RedisServer | null = null;
  let round = 0;
  const open: JobQueue[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    const config = Object.assign(new AppConfig(), database.config);
    app = await NestFactory.createApplicationContext(HeadlessModule.for(config, []), { logger: false });
    if (driver === 'bullmq') redis = await startRedis();
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((queue) => queue.stop()));
    round++;
  });
  afterAll(async () => {
    await app.close();
    await redis?.stop();
    await database.drop();
  });

  /** A queue as one process has it; all of one test share their jobs. */
  function queue(): JobQueue {
    const uow = app.get(UnitOfWork);
    const made =
      driver === 'bullmq'
        ? new BullMqJobQueue(redis?.url ?? '', `test${round}`, uow, {
            leaseMs: LEASE_MS,
            stalledCheckMs: 200,
          })
        : new DatabaseJobQueue(app.get(JobsRepository), uow, app.get(Clock), {
            idleMs: 20,
            leaseMs: LEASE_MS,
          });
    open.push(made);
    return made;
  }
  const kind = (): string => `kind${round}`;
  const recorder = (): { seen: string[]; handler: JobHandler } => {
    const seen: string[] = [];
    return { seen, handler: (key) => Promise.resolve(void seen.push(key)) };
  };

  it('gives each job to one of the workers', async () => {
    const [one, other] = [recorder(), recorder()];
    const keys = Array.from({ length: 60 }, (_, at) => `job-${at}`);
    await queue().add(kind(), keys);
    queue().process(kind(), 4, one.handler);
    queue().process(kind(), 4, other.handler);
    await until('all jobs done', async () => one.seen.length + other.seen.length >= keys.length);
    expect([...one.seen, ...other.seen].sort()).toEqual([...keys].sort());
    await until('an empty queue', async () => (await open[0]?.count(kind())) === 0);
  });

  it('keeps one of several equal jobs that wait', async () => {
    const { seen, handler } = recorder();
    const adder = queue();
    await adder.add(kind(), ['a', 'b']);
    await adder.add(kind(), ['a', 'c']);
    expect(await adder.count(kind())).toBe(3);
    adder.process(kind(), 1, handler);
    await until('all jobs done', async () => (await adder.count(kind())) === 0);
    expect(seen.sort()).toEqual(['a', 'b', 'c']);
  });

  it('does not show a job before its transaction committed, and never when it failed', async () => {
    const { seen, handler } = recorder();
    const adder = queue();
    const uow = app.get(UnitOfWork);
    let during = -1;
    await uow.run(async () => {
      await adder.add(kind(), ['kept']);
      during = await elsewhere.runInAsyncScope(() => adder.count(kind()));
    });
    const failing = uow.run(async () => {
      await adder.add(kind(), ['lost']);
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    queue().process(kind(), 1, handler);
    await until('the job done', async () => seen.length > 0 && (await adder.count(kind())) === 0);
    expect(during).toBe(0);
    expect(seen).toEqual(['kept']);
  });

  it('brings a failed job back, and goes on with the others', async () => {
    const tries: string[] = [];
    const worker = queue();
    await worker.add(kind(), ['bad', 'good']);
    worker.process(kind(), 1, (key) => {
      tries.push(key);
      const failed = key === 'bad' && tries.filter((tried) => tried === 'bad').length < 2;
      return failed ? Promise.reject(new Error('once')) : Promise.resolve();
    });
    await until('all jobs done', async () => (await worker.count(kind())) === 0);
    expect(tries.sort()).toEqual(['bad', 'bad', 'good']);
  });

  it('leaves a long job with the worker that lives', async () => {
    const seen: string[] = [];
    let finish: () => void = () => undefined;
    const [slow, quick] = [queue(), queue()];
    await slow.add(kind(), ['long']);
    slow.process(kind(), 1, (key) => {
      seen.push(key);
      return new Promise((resolve) => (finish = resolve));
    });
    await until('the long job begun', async () => seen.length === 1);
    quick.process(kind(), 1, (key) => Promise.resolve(void seen.push(key)));
    // Longer than the lease: only signs of life keep the job where it is.
    const begun = Date.now();
    await until('the lease is over', async () => Date.now() - begun > LEASE_MS * 3);
    finish();
    await until('an empty queue', async () => (await slow.count(kind())) === 0);
    expect(seen).toEqual(['long']);
  });
});

describe('the job queue in bullmq without Redis', () => {
  let redis: RedisServer;
  let queue: BullMqJobQueue;
  beforeEach(async () => {
    redis = await startRedis();
    const uow = { whenCommitted: (action: () => Promise<void>) => action() };
    queue = new BullMqJobQueue(redis.url, 'absent', uow);
  });
  afterEach(async () => {
    await queue.stop();
    await redis.stop();
  });

  it('begins to work once Redis is there', async () => {
    await redis.kill();
    const reported = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    const seen: string[] = [];
    queue.process('kind', 1, (key) => Promise.resolve(void seen.push(key)));
    await until('a failed start', () => Promise.resolve(reported.mock.calls.length > 0));
    await redis.restart();
    await queue.add('kind', ['late']);
    await until('the job done', () => Promise.resolve(seen.length > 0));
    reported.mockRestore();
    expect(seen).toEqual(['late']);
  });

  it('goes on when Redis comes back empty', async () => {
    const seen: string[] = [];
    queue.process('kind', 1, (key) => Promise.resolve(void seen.push(key)));
    await queue.add('kind', ['before']);
    await until('the job done', async () => seen.includes('before'));
    await redis.kill();
    await redis.restart();
    await queue.add('kind', ['after']);
    await until('the next job done', async () => seen.includes('after'));
  });
});
