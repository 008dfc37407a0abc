import { Logger } from '@nestjs/common';
import type { Clock } from '../common/clock.js';
import { newId } from '../database/new-id.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { BackgroundLoop } from './background-loop.js';
import type { Job } from './job.entity.js';
import { FIRST_RETRY_MS, type JobHandler, JobQueue, MOST_ATTEMPTS } from './job-queue.js';
import type { JobsRepository } from './jobs.repository.js';

const IDLE_MS = 250;
const LEASE_MS = 30_000;

/** How quickly the queue notices things; tests make it faster. */
export interface DatabaseQueueTimes {
  /** Milliseconds between looks for jobs of other processes. */
  idleMs: number;
  /** Milliseconds without a sign of life after which a worker counts as dead. */
  leaseMs: number;
}

/** Jobs in a table: nothing to install, and a job is there exactly when its transaction committed. */
export class DatabaseJobQueue extends JobQueue {
  private readonly logger = new Logger('JobQueue');
  private readonly workerId = newId();
  private readonly loops = new Map<string, BackgroundLoop>();
  private readonly running = new Map<string, Promise<void>>();
  private heart: NodeJS.Timeout | undefined;

  constructor(
    private readonly jobs: JobsRepository,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly times: DatabaseQueueTimes = { idleMs: IDLE_MS, leaseMs: LEASE_MS },
  ) {
    super();
  }

  async add(kind: string, keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    const now = this.clock.now();
    await this.uow.run(async () => {
      const blank = { kind, dueAt: now, attempts: 0, workerId: null, createdAt: now };
      await this.jobs.insertNew(keys.map((key) => ({ id: newId(), key, ...blank })));
      this.uow.afterCommit(() => this.loops.get(kind)?.wake());
    });
  }

  count(kind: string): Promise<number> {
    return this.jobs.count(kind);
  }

  process(kind: string, concurrency: number, handler: JobHandler): void {
    const active = new Set<string>();
    const loop = new BackgroundLoop({
      idleMs: this.times.idleMs,
      step: async () => {
        const room = concurrency - active.size;
        const taken = room > 0 ? await this.take(kind, room) : [];
        for (const job of taken) {
          active.add(job.id);
          const work = this.work(job, handler).finally(() => {
            active.delete(job.id);
            this.running.delete(job.id);
            loop.wake();
          });
          this.running.set(job.id, work);
        }
        return taken.length > 0;
      },
      onError: (error) => this.report(kind, error),
    });
    this.loops.set(kind, loop);
    this.heart ??= setInterval(() => this.beat(), this.times.leaseMs / 3).unref();
    loop.start();
  }

  async stop(): Promise<void> {
    await Promise.all([...this.loops.values()].map((loop) => loop.stop()));
    await Promise.all(this.running.values());
    clearInterval(this.heart);
  }

  private async take(kind: string, limit: number): Promise<Job[]> {
    // Looking costs no write lock; most looks find nothing.
    if (!(await this.jobs.existsDue(kind, this.clock.now()))) return [];
    return this.uow.run(() =>
      this.jobs.claim(kind, this.workerId, this.clock.now(), this.clock.after(this.times.leaseMs), limit),
    );
  }

  private async work(job: Job, handler: JobHandler): Promise<void> {
    try {
      await handler(job.key);
      await this.uow.run(() => this.jobs.delete(job.id, this.workerId));
    } catch (error) {
      this.report(job.kind, error);
      await this.postpone(job).catch((fault: unknown) => this.report(job.kind, fault));
    }
  }

  private postpone({ id, attempts }: Job): Promise<void> {
    const dueAt = this.clock.after(FIRST_RETRY_MS * 2 ** attempts);
    return this.uow.run(() =>
      attempts + 1 >= MOST_ATTEMPTS
        ? this.jobs.delete(id, this.workerId)
        : this.jobs.retry(id, this.workerId, attempts + 1, dueAt),
    );
  }

  /** Tells the others that this worker lives. */
  private beat(): void {
    const ids = [...this.running.keys()];
    if (ids.length === 0) return;
    this.uow
      .run(() => this.jobs.prolong(ids, this.workerId, this.clock.after(this.times.leaseMs)))
      .catch((error: unknown) => this.report('heartbeat', error));
  }

  private report(kind: string, error: unknown): void {
    this.logger.error({ kind, error: error instanceof Error ? error.name : 'unknown' });
  }
}
