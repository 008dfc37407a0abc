import { Module } from '@nestjs/common';
import { OutboxRelayService } from './outbox-relay.service.js';
import { OutboxRepository } from './outbox.repository.js';
import { OutboxService } from './outbox.service.js';

@Module({
  providers: [OutboxRelayService, OutboxRepository, OutboxService],
  exports: [OutboxRelayService, OutboxService],
})
export class OutboxModule {}
