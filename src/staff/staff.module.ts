import { Module } from '@nestjs/common';
import { SessionsModule } from '../accounts/sessions.module.js';
import { DepartmentsModule } from '../departments/departments.module.js';
import { StaffWeChatRepository } from './account/staff-wechat.repository.js';
import { DelegationsController } from './delegations.controller.js';
import { DelegationsService } from './delegations.service.js';
import { InvitationsController } from './invitations/invitations.controller.js';
import { InvitationsRepository } from './invitations/invitations.repository.js';
import { InvitationsService } from './invitations/invitations.service.js';
import { LoginThrottleRepository } from './login-throttle.repository.js';
import { LoginThrottleService } from './login-throttle.service.js';
import { SecondFactorRepository } from './second-factor/second-factor.repository.js';
import { SecondFactorService } from './second-factor/second-factor.service.js';
import { SecretBox } from './second-factor/secret-box.service.js';
import { StaffAccountsService } from './staff-accounts.service.js';
import { StaffAdministrationController } from './staff-administration.controller.js';
import { StaffAdministrationService } from './staff-administration.service.js';
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
  controllers: [
    StaffSessionsController,
    StaffMeController,
    StaffPeopleController,
    StaffAdministrationController,
    InvitationsController,
    DelegationsController,
  ],
  providers: [
    LoginThrottleRepository,
    LoginThrottleService,
    StaffLoginService,
    StaffAccountsService,
    StaffAssignmentsService,
    StaffPeopleService,
    DelegationsService,
    StaffAdministrationService,
    StaffWeChatRepository,
    InvitationsRepository,
    InvitationsService,
    SecondFactorRepository,
    SecondFactorService,
    SecretBox,
  ],
  exports: [
    LoginThrottleService,
    SecondFactorService,
    StaffWeChatRepository,
    StaffAccountsService,
    StaffAssignmentsService,
  ],
})
export class StaffModule {}
