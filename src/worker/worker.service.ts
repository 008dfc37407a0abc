import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { MatchingService } from '../notifications/matching.service.js';
import { SendingService } from '../notifications/sending.service.js';
import { OutboxRelayService } from '../outbox/outbox-relay.service.js';
import { OutboxService } from '../outbox/outbox.service.js';
import { BackgroundLoop } from './background-loop.js';

/** How often work of other processes is looked for. */
const IDLE_MS = 500;
const SWEEP_MS = 5_000;
/** Batches of messages under way at a time. */
const SENDING_LANES = 4;

/** All that happens behind people's backs: outbox, matching and sending (任务). Any number may run beside each other. */
@Injectable()
export class WorkerService implements OnModuleDestroy {
  private readonly logger = new Logger('Worker');
  private readonly loops: BackgroundLoop[] = [];

  constructor(
    private readonly relay: OutboxRelayService,
    private readonly outbox: OutboxService,
    private readonly matching: MatchingService,
    private readonly sending: SendingService,
  ) {}

  /** Begins to work; call it once all that it needs (the simulator, too) listens. */
  start(): void {
    const sending = Array.from({ length: SENDING_LANES }, () => this.add(() => this.sending.step()));
    const matching = this.add(() => this.thenWake(this.matching.step(), sending));
    const relay = this.add(() => this.thenWake(this.relay.step(), [matching]));
    this.add(async () => {
      if ((await this.sending.sweep()) > 0) for (const lane of sending) lane.wake();
      return false;
    }, SWEEP_MS);
    this.outbox.onAdded(() => relay.wake());
    for (const loop of this.loops) loop.start();
  }

  /** Before anything that sending needs is closed. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.loops.map((loop) => loop.stop()));
  }

  private add(step: () => Promise<boolean>, idleMs = IDLE_MS): BackgroundLoop {
    const onError = (error: unknown): void =>
      this.logger.error(error instanceof Error ? error.name : 'unknown');
    const loop = new BackgroundLoop({ step, idleMs, onError });
    this.loops.push(loop);
    return loop;
  }

  private async thenWake(step: Promise<boolean>, next: readonly BackgroundLoop[]): Promise<boolean> {
    const worked = await step;
    if (worked) for (const loop of next) loop.wake();
    return worked;
  }
}
