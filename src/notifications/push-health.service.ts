import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { OutboxService } from '../outbox/outbox.service.js';
import { CampaignsRepository } from './campaigns.repository.js';
import type { DeliveryState } from './notification.terms.js';
import { PushBrokenError } from './notifications.errors.js';
import { PushStateRepository } from './push-state.repository.js';

const SECOND = 1_000;
/** After so many seconds without anybody who takes it, a fact or a campaign counts as lying about. */
const PATIENCE_S = 60;
/** Deliveries may be late, as long as others leave meanwhile. */
const STANDSTILL_S = 120;
/** What shows that somebody works on the queue: told, or found that the person wants no message. */
const MOVED: readonly DeliveryState[] = ['sent', 'no_consent'];

/** Whether the push works; `reason` says what is the matter, or how long the queue is. */
export interface PushHealth {
  status: 'ok';
  reason: string;
}

/** Tells what is broken, where somebody must come, from what is busy, where time helps. */
@Injectable()
export class PushHealthService {
  constructor(
    private readonly outbox: OutboxService,
    private readonly campaigns: CampaignsRepository,
    private readonly state: PushStateRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws PushBrokenError */
  async check(): Promise<PushHealth> {
    const { oldestPendingSeconds } = await this.outbox.measure();
    if (oldestPendingSeconds > PATIENCE_S) {
      throw new PushBrokenError(
        `有事件等了 ${Math.round(oldestPendingSeconds)} 秒没有处理，请检查 worker 进程是否在运行、日志里有没有错误`,
      );
    }
    if (await this.campaigns.existsAbandoned(this.clock.after(-PATIENCE_S * SECOND))) {
      throw new PushBrokenError(
        `有推送超过 ${PATIENCE_S} 秒没有进程在匹配订阅者，请检查 worker 进程是否在运行`,
      );
    }
    const overdue = await this.overdueSeconds();
    const moved = await this.state.countEndedSince(MOVED, this.clock.after(-STANDSTILL_S * SECOND));
    if (overdue > STANDSTILL_S && moved === 0) {
      throw new PushBrokenError(
        `有消息晚了 ${Math.round(overdue)} 秒，而且最近 ${STANDSTILL_S} 秒一条也没有发出，请检查 worker 进程和到微信的网络`,
      );
    }
    const due = await this.state.countDue(this.clock.now());
    return { status: 'ok', reason: due === 0 ? '没有到期待发的消息' : `正在发送，到期待发 ${due} 条` };
  }

  /** How late the delivery is that waits longest; 0 where none is late. */
  async overdueSeconds(): Promise<number> {
    const now = this.clock.now();
    const oldest = await this.state.findOldestDue(now);
    return oldest ? (now.getTime() - oldest.getTime()) / SECOND : 0;
  }
}
