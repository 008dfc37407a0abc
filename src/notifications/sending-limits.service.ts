import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { AppConfig } from '../config/app-config.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { SendingLimitsRepository } from './sending-limits.repository.js';

const SECOND = 1_000;

/** How much may be sent: messages a second over all workers, messages a day to one person. */
@Injectable()
export class SendingLimitsService {
  constructor(
    private readonly limits: SendingLimitsRepository,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: AppConfig,
  ) {}

  /** Whether `acquire` may have to wait. */
  get isLimited(): boolean {
    return this.config.sendRatePerSecond > 0;
  }

  /** Most messages that one call of `acquire` may ask for. */
  get largestBatch(): number {
    return this.config.sendRatePerSecond || Number.POSITIVE_INFINITY;
  }

  /** Waits until `count` more messages may be sent. */
  async acquire(count: number): Promise<void> {
    if (!this.isLimited || count === 0) return;
    for (;;) {
      const pause = await this.uow.run(() => this.take(count));
      if (pause === 0) return;
      await wait(pause);
    }
  }

  /** Accounts that had their fill today. */
  async full(accountIds: readonly string[]): Promise<{ full: Set<string>; sent: Map<string, number> }> {
    const sent = await this.limits.findSentOn(this.clock.today(), accountIds);
    const full = [...sent].filter(([, count]) => count >= this.config.sendDailyCap);
    return { full: new Set(full.map(([accountId]) => accountId)), sent };
  }

  /** Counts one more message today for each of the accounts. */
  async count(accountIds: readonly string[], before: ReadonlyMap<string, number>): Promise<void> {
    const now = accountIds.map((accountId) => [accountId, (before.get(accountId) ?? 0) + 1] as const);
    await this.limits.saveSentOn(this.clock.today(), new Map(now));
  }

  /** Milliseconds to wait before asking again; 0 where the messages may be sent. */
  private async take(count: number): Promise<number> {
    const now = this.clock.now().getTime();
    const second = Math.floor(now / SECOND) * SECOND;
    const quota = await this.limits.lockQuota();
    // A worker whose clock is ahead may have opened the next second already.
    const windowStart = Math.max(second, quota?.windowStart.getTime() ?? 0);
    const used = quota?.windowStart.getTime() === windowStart ? quota.used : 0;
    if (windowStart > second || used + count > this.config.sendRatePerSecond) {
      return Math.max(1, windowStart + SECOND - now);
    }
    await this.limits.saveQuota(new Date(windowStart), used + count);
    return 0;
  }
}
