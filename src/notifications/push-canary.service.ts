import { setTimeout as wait } from 'node:timers/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { OutboxService } from '../outbox/outbox.service.js';

/** Outbox event that changes nothing: that it is handled shows that a worker works. */
export const PUSH_CANARY = 'push.canary';

const LOOK_EVERY_MS = 20;

/** Sends a fact that concerns nobody through the outbox and waits for it. */
@Injectable()
export class PushCanaryService implements OnModuleInit {
  constructor(
    private readonly outbox: OutboxService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.outbox.register({ type: PUSH_CANARY, handle: () => Promise.resolve() });
  }

  /** Milliseconds until a worker of any process had handled it; null where none did within `patienceMs`. */
  async run(patienceMs: number): Promise<number | null> {
    const begun = this.clock.now().getTime();
    const [id = ''] = await this.uow.run(() => this.outbox.add(PUSH_CANARY, [{}]));
    for (;;) {
      const done = await this.outbox.isDone(id);
      const passed = this.clock.now().getTime() - begun;
      if (done) return passed;
      if (passed >= patienceMs) return null;
      await wait(LOOK_EVERY_MS);
    }
  }
}
