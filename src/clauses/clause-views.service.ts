import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { DepartmentDaysService } from '../departments/department-days.service.js';
import { ClauseViewsRepository } from './clause-views.repository.js';

/** How long counts wait in memory, in milliseconds; a killed process loses no more than these. */
const WRITE_EVERY = 15_000;
/** Different clauses held in memory; more are not counted until they were written. */
const MOST_WAITING = 2_000;
const MONTH_DAYS = 30;

/** Counts how often clauses are opened (浏览量), without anything about who opened them. */
@Injectable()
export class ClauseViewsService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('ClauseViews');
  private waiting = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly views: ClauseViewsRepository,
    private readonly departmentDays: DepartmentDaysService,
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

  /** How often a clause was opened in the last thirty days, today included. */
  lastMonth(clauseId: string): Promise<number> {
    return this.views.sumSince(clauseId, this.clock.todayPlus(1 - MONTH_DAYS));
  }

  /** Writes what was counted. What cannot be written is dropped: counts are no more than a hint. */
  async write(): Promise<void> {
    const counts = [...this.waiting];
    this.waiting = new Map();
    if (counts.length === 0) return;
    const day = this.clock.today();
    try {
      await this.uow.run(async () => {
        const clauses = await this.views.findClauses(counts.map(([code]) => code));
        const ofDepartments = new Map<string, number>();
        for (const [code, views] of counts) {
          const clause = clauses.get(code);
          if (!clause) continue;
          await this.views.add(clause.id, day, views);
          ofDepartments.set(clause.departmentId, (ofDepartments.get(clause.departmentId) ?? 0) + views);
        }
        for (const [id, views] of ofDepartments) await this.departmentDays.addViews(id, views);
      });
    } catch (error) {
      this.logger.warn(error);
    }
  }
}
