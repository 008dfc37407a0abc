import { Module } from '@nestjs/common';
import { ClausesModule } from '../clauses/clauses.module.js';
import { OutboxModule } from '../outbox/outbox.module.js';
import { AnswersService } from './answers.service.js';
import { EligibilityController } from './eligibility.controller.js';
import { EnterpriseDataGateway, FileEnterpriseDataGateway } from './enterprise-data.gateway.js';
import { LookUpsService } from './look-ups.service.js';
import { MatchPackingService } from './match-packing.service.js';
import { MatchPacksRepository } from './match-packs.repository.js';
import { MyProfilesController } from './my-profiles.controller.js';
import { ProfileKeysService } from './profile-keys.service.js';
import { ProfileMatchingService } from './profile-matching.service.js';
import { ProfilePagesService } from './profile-pages.service.js';
import { ProfileRekeyService } from './profile-rekey.service.js';
import { ProfileSweepService } from './profile-sweep.service.js';
import { ProfileThreadsService } from './profile-threads.service.js';
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
    MatchPackingService,
    MatchPacksRepository,
    ProfileKeysService,
    ProfileMatchingService,
    ProfilePagesService,
    ProfileRekeyService,
    ProfileSweepService,
    ProfileThreadsService,
    ProfilesRepository,
    ProfilesService,
    RuleBookService,
  ],
  exports: [
    MatchPackingService,
    ProfileMatchingService,
    ProfileSweepService,
    ProfilesService,
    RuleBookService,
  ],
})
export class EligibilityModule {}
