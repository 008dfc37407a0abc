import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { loggableQuery } from './loggable-query.js';
import { SearchLogRepository, type SearchedText } from './search-log.repository.js';

/** How long counts wait in memory, in milliseconds; a killed process loses no more than these. */
const WRITE_EVERY = 15_000;
/** Different texts held in memory; more are not counted until they were written. */
const MOST_WAITING = 2_000;
const LOOK_BACK_DAYS = 30;
const POPULAR_KEPT_MS = 60_000;
const MOST_POPULAR = 300;
/** A text that fewer searched for might point at somebody. */
const FEWEST_SEARCHES = 5;

/** Counts what is searched for, without anything about who searched (搜索日志). */
@Injectable()
export class SearchLogService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('SearchLog');
  private waiting = new Map<string, SearchedText>();
  private timer: NodeJS.Timeout | undefined;
  private popularSince = -Infinity;
  private popularTexts: Promise<string[]> = Promise.resolve([]);

  constructor(
    private readonly log: SearchLogRepository,
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

  /** Counts one search; costs no database call. */
  note(typed: string, found: number): void {
    const text = loggableQuery(typed);
    if (text === null) return;
    const known = this.waiting.get(text);
    if (known === undefined && this.waiting.size >= MOST_WAITING) return;
    const { searches, fruitless } = known ?? { searches: 0, fruitless: 0 };
    this.waiting.set(text, { text, searches: searches + 1, fruitless: fruitless + (found === 0 ? 1 : 0) });
  }

  /** Writes what was counted. What cannot be written is dropped: counts are no more than a hint. */
  async write(): Promise<void> {
    const counts = [...this.waiting.values()];
    this.waiting = new Map();
    const day = this.clock.today();
    for (const count of counts) {
      try {
        await this.uow.run(() => this.log.add(day, count));
      } catch (error) {
        this.logger.warn(error);
      }
    }
  }

  /** What was searched for in the last thirty days, most often first. */
  async mostSearched(limit: number, options: { fruitless: boolean }): Promise<SearchedText[]> {
    await this.write();
    return this.log.findMostSearched(this.clock.todayPlus(-LOOK_BACK_DAYS), limit, options);
  }

  /** Texts that many searched for and that found something; at most a minute old. */
  popular(): Promise<string[]> {
    if (performance.now() - this.popularSince > POPULAR_KEPT_MS) {
      this.popularSince = performance.now();
      this.popularTexts = this.readPopular();
    }
    return this.popularTexts;
  }

  private async readPopular(): Promise<string[]> {
    try {
      const since = this.clock.todayPlus(-LOOK_BACK_DAYS);
      const rows = await this.log.findMostSearched(since, MOST_POPULAR, { fruitless: false });
      return rows
        .filter((row) => row.searches >= FEWEST_SEARCHES && row.fruitless < row.searches)
        .map((row) => row.text);
    } catch (error) {
      this.logger.warn(error);
      return [];
    }
  }
}
