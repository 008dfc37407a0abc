import { Module } from '@nestjs/common';
import { ClausesModule } from '../clauses/clauses.module.js';
import { OutboxModule } from '../outbox/outbox.module.js';
import { AnswersService } from './answers.service.js';
import { EligibilityController } from './eligibility.controller.js';
import { EnterpriseDataGateway, FileEnterpriseDataGateway } from './enterprise-data.gateway.js';
import { LookUpsService } from './look-ups.service.js';
import { MyProfilesController } from './my-profiles.controller.js';
import { ProfileKeysService } from './profile-keys.service.js';
import { ProfileMatchingService } from './profile-matching.service.js';
import { ProfileSweepService } from './profile-sweep.service.js';
import { ProfilesRepository } from './profiles.repository.js';
import { ProfilesService } from './profiles.service.js';
import { RuleBookService } from './rule-book.service.js';

@Module({
  imports: [ClausesModule, OutboxModule],
  controllers: [EligibilityController, MyProfilesController],
  providers: [
    AnswersService,
    { provide: EnterpriseDataGateway, useClass: FileEnterpriseDataGateway },
    LookUpsService,
    ProfileKeysService,
    ProfileMatchingService,
    ProfileSweepService,
    ProfilesRepository,
    ProfilesService,
    RuleBookService,
  ],
  exports: [ProfileMatchingService, ProfileSweepService, ProfilesService, RuleBookService],
})
export class EligibilityModule {}
