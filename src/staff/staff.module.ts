import { Module } from '@nestjs/common';
import { SessionsModule } from '../accounts/sessions.module.js';
import { DepartmentsModule } from '../departments/departments.module.js';
import { DelegationsController } from './delegations.controller.js';
import { DelegationsService } from './delegations.service.js';
import { LoginThrottleRepository } from './login-throttle.repository.js';
import { LoginThrottleService } from './login-throttle.service.js';
import { StaffAccountsService } from './staff-accounts.service.js';
import { StaffAssignmentsService } from './staff-assignments.service.js';
import { StaffDirectoryModule } from './staff-directory.module.js';
import { StaffLoginService } from './staff-login.service.js';
import { StaffMeController } from './staff-me.controller.js';
import { StaffPeopleController } from './staff-people.controller.js';
import { StaffPeopleService } from './staff-people.service.js';
import { StaffSessionsController } from './staff-sessions.controller.js';

/** Accounts and log-in of the people who work with the catalogue (工作人员). */
@Module({
  imports: [DepartmentsModule, SessionsModule, StaffDirectoryModule],
  controllers: [StaffSessionsController, StaffMeController, StaffPeopleController, DelegationsController],
  providers: [
    LoginThrottleRepository,
    LoginThrottleService,
    StaffLoginService,
    StaffAccountsService,
    StaffAssignmentsService,
    StaffPeopleService,
    DelegationsService,
  ],
  exports: [StaffAccountsService, StaffAssignmentsService],
})
export class StaffModule {}
