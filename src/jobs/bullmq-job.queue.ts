import { Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Queue, type QueueOptions, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { FIRST_RETRY_MS, type JobHandler, JobQueue, MOST_ATTEMPTS } from './job-queue.js';

const LEASE_MS = 30_000;
const STALLED_CHECK_MS = 10_000;
const RETRY_MS = 1_000;

/** How quickly a dead worker is noticed; tests make it faster. */
export interface BullMqTimes {
  leaseMs: number;
  stalledCheckMs: number;
}

/** Jobs in Redis, by BullMQ. Redis keeps nothing that must survive: what it loses is offered again. */
export class BullMqJobQueue extends JobQueue implements OnApplicationShutdown {
  private readonly logger = new Logger('JobQueue');
  private readonly queues = new Map<string, Queue>();
  private readonly workers = new Set<Worker>();
  private readonly restarts = new Set<NodeJS.Timeout>();
  private stopping = false;
  private readonly connection: Redis;

  /** @param prefix keeps installations on one Redis apart */
  constructor(
    redisUrl: string,
    private readonly prefix: string,
    private readonly uow: Pick<UnitOfWork, 'whenCommitted'>,
    private readonly times: BullMqTimes = { leaseMs: LEASE_MS, stalledCheckMs: STALLED_CHECK_MS },
  ) {
    super();
    this.connection = new Redis(redisUrl, { maxRetriesPerRequest: null, lazyConnect: true });
    this.connection.on('error', (error: unknown) => this.report('connection', error));
  }

  add(kind: string, keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return Promise.resolve();
    return this.uow.whenCommitted(async () => {
      await this.queue(kind).addBulk(
        keys.map((key) => ({
          name: kind,
          data: {},
          opts: {
            jobId: key,
            attempts: MOST_ATTEMPTS,
            backoff: { type: 'exponential', delay: FIRST_RETRY_MS },
            removeOnComplete: true,
            removeOnFail: true,
          },
        })),
      );
    });
  }

  async count(kind: string): Promise<number> {
    return this.queue(kind).getJobCountByTypes('waiting', 'active', 'delayed', 'prioritized');
  }

  process(kind: string, concurrency: number, handler: JobHandler): void {
    const worker = new Worker(kind, async ({ id }) => handler(id ?? ''), {
      ...this.options(),
      concurrency,
      // BullMQ would leave a worker idle for 15 seconds after Redis was away.
      runRetryDelay: RETRY_MS,
      lockDuration: this.times.leaseMs,
      stalledInterval: this.times.stalledCheckMs,
      // A worker that was killed is no fault of the job.
      maxStalledCount: MOST_ATTEMPTS,
    });
    worker.on('failed', (_job, error) => this.report(kind, error));
    worker.on('error', (error) => this.report(kind, error));
    this.workers.add(worker);
    // One that finds no Redis when it begins would try the same dead connection for ever.
    worker.waitUntilReady().catch(() => this.replace(worker, () => this.process(kind, concurrency, handler)));
  }

  async stop(): Promise<void> {
    this.stopping = true;
    for (const restart of this.restarts) clearTimeout(restart);
    await Promise.all([...this.workers].map((worker) => worker.close()));
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    this.connection.disconnect();
  }

  /** A process without workers, such as a command, ends only once its connections are closed. */
  onApplicationShutdown(): Promise<void> {
    return this.stop();
  }

  private async replace(worker: Worker, start: () => void): Promise<void> {
    this.workers.delete(worker);
    await worker.close(true).catch((error: unknown) => this.report(worker.name, error));
    if (this.stopping) return;
    const restart = setTimeout(() => {
      this.restarts.delete(restart);
      start();
    }, RETRY_MS);
    this.restarts.add(restart);
  }

  private queue(kind: string): Queue {
    const known = this.queues.get(kind);
    if (known) return known;
    const queue = new Queue(kind, this.options());
    queue.on('error', (error) => this.report(kind, error));
    this.queues.set(kind, queue);
    // One that found no Redis when it was made would fail for ever.
    queue.waitUntilReady().catch(() => this.queues.delete(kind));
    return queue;
  }

  private options(): QueueOptions {
    return { connection: this.connection, prefix: this.prefix };
  }

  private report(kind: string, error: unknown): void {
    this.logger.error({ kind, error: error instanceof Error ? error.name : 'unknown' });
  }
}
