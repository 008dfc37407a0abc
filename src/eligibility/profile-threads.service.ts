import { fileURLToPath } from 'node:url';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import type { MadePack, PackPlan } from './make-pack.js';
import type { SealedPack } from './match-packs.repository.js';
import type { Judgement, Outcome } from './profile-judge.js';
import { ProfileKeysService } from './profile-keys.service.js';
import type { SealedRow } from './profile-seal.js';

/** How many pages are judged at a time. */
export const THREADS = 2;

/** Threads that open profiles, so that nobody else waits; started when needed, ended when idle. */
@Injectable()
export class ProfileThreadsService implements OnApplicationShutdown {
  private pool: Piscina<unknown, unknown> | null = null;

  constructor(private readonly keys: ProfileKeysService) {}

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.destroy();
    this.pool = null;
  }

  async judgeRows(judgement: Judgement, rows: readonly SealedRow[]): Promise<Outcome> {
    if (rows.length === 0) return { fits: [], unreadable: 0 };
    return (await this.run('judgeRows', { judgement, rows })) as Outcome;
  }

  /** Null where the pack cannot be opened. */
  async judgePack(judgement: Judgement, pack: SealedPack): Promise<number[] | null> {
    return (await this.run('judgePack', { judgement, pack })) as number[] | null;
  }

  async pack(plan: PackPlan): Promise<MadePack> {
    return (await this.run('pack', plan)) as MadePack;
  }

  private run(name: 'judgeRows' | 'judgePack' | 'pack', task: object): Promise<unknown> {
    this.pool ??= new Piscina<unknown, unknown>({
      filename: fileURLToPath(new URL('./profile-threads.worker.js', import.meta.url)),
      minThreads: 0,
      maxThreads: THREADS,
      idleTimeout: 10_000,
      workerData: { keys: this.keys.keys },
      recordTiming: false,
    });
    return this.pool.run(task, { name });
  }
}
