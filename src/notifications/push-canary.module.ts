import { Module } from '@nestjs/common';
import { OutboxModule } from '../outbox/outbox.module.js';
import { PushCanaryService } from './push-canary.service.js';

/** Apart from the rest of the push, so that a command can send the canary without all of it. */
@Module({ imports: [OutboxModule], providers: [PushCanaryService], exports: [PushCanaryService] })
export class PushCanaryModule {}
