import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { ClauseViewsRepository } from './clause-views.repository.js';

/** How long counts wait in memory, in milliseconds; a killed process loses no more than these. */
const WRITE_EVERY = 15_000;
/** Different clauses held in memory; more are not counted until they were written. */
const MOST_WAITING = 2_000;

/** Counts how often clauses are opened (浏览量), without anything about who opened them. */
@Injectable()
export class ClauseViewsService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('ClauseViews');
  private waiting = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly views: ClauseViewsRepository,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.write(), WRITE_EVERY).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.write();
  }

  /** Counts one view; costs no database call. */
  note(code: string): void {
    const known = this.waiting.get(code);
    if (known === undefined && this.waiting.size >= MOST_WAITING) return;
    this.waiting.set(code, (known ?? 0) + 1);
  }

  /** Writes what was counted. What cannot be written is dropped: counts are no more than a hint. */
  async write(): Promise<void> {
    const counts = [...this.waiting];
    this.waiting = new Map();
    if (counts.length === 0) return;
    const day = this.clock.today();
    try {
      await this.uow.run(async () => {
        const ids = await this.views.findIds(counts.map(([code]) => code));
        for (const [code, views] of counts) {
          const id = ids.get(code);
          if (id !== undefined) await this.views.add(id, day, views);
        }
      });
    } catch (error) {
      this.logger.warn(error);
    }
  }
}
