import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { StaffDirectoryModule } from '../staff/staff-directory.module.js';
import { WeChatModule } from '../wechat/wechat.module.js';
import { AccountsRepository } from './accounts.repository.js';
import { AccountsService } from './accounts.service.js';
import { PermissionGuard } from './permission.guard.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsModule } from './sessions.module.js';

@Module({
  imports: [SessionsModule, StaffDirectoryModule, WeChatModule],
  controllers: [SessionsController],
  providers: [AccountsRepository, AccountsService, { provide: APP_GUARD, useClass: PermissionGuard }],
  exports: [AccountsService, SessionsModule],
})
export class AccountsModule {}
