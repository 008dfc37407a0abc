import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { OutboxEvent } from './outbox-event.entity.js';
import { OutboxRepository } from './outbox.repository.js';
import { OutboxService } from './outbox.service.js';

const BATCH = 50;
const MOST_ATTEMPTS = 10;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 300_000;
const LONGEST_ERROR = 500;

/** Hands what stands in the outbox to its handlers; several workers may do so at once. */
@Injectable()
export class OutboxRelayService {
  private readonly logger = new Logger('OutboxRelay');

  constructor(
    private readonly outbox: OutboxRepository,
    private readonly handlers: OutboxService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Works on what is due, oldest first; answers whether there was anything. */
  async step(): Promise<boolean> {
    const due = await this.outbox.findDue(this.clock.now(), BATCH);
    for (const event of due) await this.relay(event);
    return due.length > 0;
  }

  private async relay(event: OutboxEvent): Promise<void> {
    try {
      await this.uow.run(async () => {
        if (!(await this.outbox.markDone(event.id))) return;
        const handler = this.handlers.handlerOf(event.type);
        if (!handler) throw new Error(`No outbox handler for ${event.type}`);
        await handler.handle(event.payload);
      });
    } catch (error) {
      await this.postpone(event, error);
    }
  }

  private async postpone(event: OutboxEvent, error: unknown): Promise<void> {
    const attempts = event.attempts + 1;
    const dead = attempts >= MOST_ATTEMPTS;
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** event.attempts, LONGEST_PAUSE_MS);
    const reason = (error instanceof Error ? error.name : 'unknown').slice(0, LONGEST_ERROR);
    await this.uow.run(() =>
      this.outbox.markFailed(event.id, attempts, this.clock.after(pause), reason, dead),
    );
    this.logger.error({ event: event.id, type: event.type, attempts, dead, reason });
  }
}
