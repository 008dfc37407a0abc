import type { INestApplicationContext } from '@nestjs/common';
import { MatchingService } from '../../src/notifications/matching.service.js';
import { SendingService } from '../../src/notifications/sending.service.js';
import { OutboxRelayService } from '../../src/outbox/outbox-relay.service.js';

/** Does by hand what the worker does, until nothing is left to do: outbox, matching, sending. */
export async function drainPush(app: INestApplicationContext): Promise<void> {
  for (const stage of [OutboxRelayService, MatchingService, SendingService]) {
    const service = app.get<{ step(): Promise<boolean> }>(stage);
    while (await service.step());
  }
}
