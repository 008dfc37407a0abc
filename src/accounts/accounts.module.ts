import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { WeChatModule } from '../wechat/wechat.module.js';
import { AccountsRepository } from './accounts.repository.js';
import { AccountsService } from './accounts.service.js';
import { PermissionGuard } from './permission.guard.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';

@Module({
  imports: [WeChatModule],
  controllers: [SessionsController],
  providers: [
    AccountsRepository,
    AccountsService,
    SessionsRepository,
    SessionsService,
    { provide: APP_GUARD, useClass: PermissionGuard },
  ],
  exports: [AccountsService, SessionsService],
})
export class AccountsModule {}
