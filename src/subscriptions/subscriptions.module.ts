import { Module } from '@nestjs/common';
import { ClausesModule } from '../clauses/clauses.module.js';
import { DepartmentsModule } from '../departments/departments.module.js';
import { EligibilityModule } from '../eligibility/eligibility.module.js';
import { PoliciesModule } from '../policies/policies.module.js';
import { TopicsModule } from '../topics/topics.module.js';
import { EstimateService } from './estimate.service.js';
import { ProfileSubscriptionsController } from './profile-subscriptions.controller.js';
import { SavedSearchesRepository } from './saved-searches.repository.js';
import { SavedSearchesService } from './saved-searches.service.js';
import { SubscriptionsController } from './subscriptions.controller.js';
import { SubscriptionsRepository } from './subscriptions.repository.js';
import { SubscriptionsService } from './subscriptions.service.js';
import { TargetsService } from './targets.service.js';
import { TopicAuditService } from './topic-audit.service.js';

@Module({
  imports: [ClausesModule, DepartmentsModule, EligibilityModule, PoliciesModule, TopicsModule],
  controllers: [SubscriptionsController, ProfileSubscriptionsController],
  providers: [
    EstimateService,
    SavedSearchesRepository,
    SavedSearchesService,
    SubscriptionsRepository,
    SubscriptionsService,
    TargetsService,
    TopicAuditService,
  ],
  exports: [SubscriptionsService, TargetsService],
})
export class SubscriptionsModule {}
