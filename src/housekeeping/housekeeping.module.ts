import { Module } from '@nestjs/common';
import { SessionsModule } from '../accounts/sessions.module.js';
import { OutboxModule } from '../outbox/outbox.module.js';
import { WeChatModule } from '../wechat/wechat.module.js';
import { HousekeepingService } from './housekeeping.service.js';

@Module({
  imports: [OutboxModule, SessionsModule, WeChatModule],
  providers: [HousekeepingService],
  exports: [HousekeepingService],
})
export class HousekeepingModule {}
