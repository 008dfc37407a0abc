import { Module } from '@nestjs/common';
import { SessionsModule } from '../accounts/sessions.module.js';
import { LoginThrottleRepository } from './login-throttle.repository.js';
import { LoginThrottleService } from './login-throttle.service.js';
import { StaffAccountsService } from './staff-accounts.service.js';
import { StaffDirectoryModule } from './staff-directory.module.js';
import { StaffLoginService } from './staff-login.service.js';
import { StaffMeController } from './staff-me.controller.js';
import { StaffSessionsController } from './staff-sessions.controller.js';

/** Accounts and log-in of the people who work with the catalogue (工作人员). */
@Module({
  imports: [SessionsModule, StaffDirectoryModule],
  controllers: [StaffSessionsController, StaffMeController],
  providers: [LoginThrottleRepository, LoginThrottleService, StaffLoginService, StaffAccountsService],
  exports: [StaffAccountsService],
})
export class StaffModule {}
