import { Injectable } from '@nestjs/common';
import { SessionsService } from '../accounts/sessions.service.js';
import { Clock } from '../common/clock.js';
import { AppConfig } from '../config/app-config.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { OutboxService } from '../outbox/outbox.service.js';
import { WeChatEventsService } from '../wechat/wechat-events.service.js';

const DAY = 86_400_000;
/** Rows of one transaction: few enough that nobody waits for it. */
const CHUNK = 1_000;

/** How many rows of each kind were deleted. */
export interface Cleaned {
  weChatEvents: number;
  outboxEvents: number;
  sessions: number;
}

/** Deletes what has done its work and is older than WORK_RETENTION_DAYS. Messages, campaigns and subscriptions stay. */
@Injectable()
export class HousekeepingService {
  constructor(
    private readonly weChatEvents: WeChatEventsService,
    private readonly outbox: OutboxService,
    private readonly sessions: SessionsService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: AppConfig,
  ) {}

  /** May run in several processes at once. */
  async clean(): Promise<Cleaned> {
    const before = this.clock.after(-this.config.workRetentionDays * DAY);
    return {
      // WeChat repeats a push for seconds: after days it is no repetition.
      weChatEvents: await this.drain(() => this.weChatEvents.forget(before, CHUNK)),
      outboxEvents: await this.drain(() => this.outbox.forget(before, CHUNK)),
      sessions: await this.drain(() => this.sessions.forgetExpired(CHUNK)),
    };
  }

  private async drain(deleteSome: () => Promise<number>): Promise<number> {
    for (let total = 0; ;) {
      const deleted = await this.uow.run(deleteSome);
      total += deleted;
      if (deleted < CHUNK) return total;
    }
  }
}
