import { Module } from '@nestjs/common';
import { DatabaseTokenStore } from './database-token.store.js';
import { OfficialAccountGateway } from './official-account.gateway.js';
import { SimulatorService } from './simulator.service.js';
import { WeChatCallbackController } from './wechat-callback.controller.js';
import { WeChatEventsRepository } from './wechat-events.repository.js';
import { WeChatEventsService } from './wechat-events.service.js';
import { WeChatTokensRepository } from './wechat-tokens.repository.js';
import { WeChatGateway } from './wechat.gateway.js';

@Module({
  controllers: [WeChatCallbackController],
  providers: [
    DatabaseTokenStore,
    OfficialAccountGateway,
    SimulatorService,
    WeChatEventsRepository,
    WeChatEventsService,
    WeChatTokensRepository,
    WeChatGateway,
  ],
  exports: [OfficialAccountGateway, WeChatEventsService, WeChatGateway],
})
export class WeChatModule {}
