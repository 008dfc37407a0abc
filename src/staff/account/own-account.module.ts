import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { WeChatModule } from '../../wechat/wechat.module.js';
import { StaffDirectoryModule } from '../staff-directory.module.js';
import { StaffModule } from '../staff.module.js';
import { OwnAccountController } from './own-account.controller.js';
import { OwnAccountService } from './own-account.service.js';
import { OwnSessionsService } from './own-sessions.service.js';
import { StaffWeChatService } from './staff-wechat.service.js';

/** What people do to their own accounts (我的账号). */
@Module({
  imports: [AccountsModule, StaffDirectoryModule, StaffModule, WeChatModule],
  controllers: [OwnAccountController],
  providers: [OwnAccountService, OwnSessionsService, StaffWeChatService],
  exports: [StaffWeChatService],
})
export class OwnAccountModule {}
