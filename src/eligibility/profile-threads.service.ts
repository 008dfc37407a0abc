import { fileURLToPath } from 'node:url';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { SENSITIVITIES } from '#libs/eligibility';
import { Piscina } from 'piscina';
import type { MadePack, PackPlan } from './make-pack.js';
import type { SealedPack } from './match-packs.repository.js';
import type { Judgement, Outcome } from './profile-judge.js';
import { ProfileKeysService } from './profile-keys.service.js';
import type { SealedRow } from './profile-seal.js';

/** How many pages are judged at a time. */
export const THREADS = 2;

/** Megabytes of a thread for what has just been made. Left alone, V8 lets it grow to 48 in each, to no use here. */
const YOUNG_MB = 4;

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

  /**
   * Null where the pack cannot be opened. Its sealed texts are handed over and empty from then on: copies of them would
   * wait here to be collected.
   */
  async judgePack(judgement: Judgement, pack: SealedPack): Promise<number[] | null> {
    return (await this.run('judgePack', { judgement, pack }, memoryOf(pack))) as number[] | null;
  }

  async pack(plan: PackPlan): Promise<MadePack> {
    return (await this.run('pack', plan)) as MadePack;
  }

  private run(
    name: 'judgeRows' | 'judgePack' | 'pack',
    task: object,
    transferList: ArrayBuffer[] = [],
  ): Promise<unknown> {
    this.pool ??= new Piscina<unknown, unknown>({
      filename: fileURLToPath(new URL('./profile-threads.worker.js', import.meta.url)),
      minThreads: 0,
      maxThreads: THREADS,
      idleTimeout: 10_000,
      workerData: { keys: this.keys.keys },
      recordTiming: false,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    return this.pool.run(task, { name, transferList });
  }
}

/** The memory of the texts that have one of their own; others share it with what else the database driver read. */
const memoryOf = (pack: SealedPack): ArrayBuffer[] =>
  SENSITIVITIES.flatMap((name) => {
    const text = pack[name];
    const isOwn = text !== null && text.byteLength === text.buffer.byteLength;
    return isOwn && !(text.buffer instanceof SharedArrayBuffer) ? [text.buffer] : [];
  });
