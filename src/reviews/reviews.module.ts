import { Module } from '@nestjs/common';
import { ScopeResolvers } from '../accounts/scope-resolvers.js';
import { ClausesModule } from '../clauses/clauses.module.js';
import { DepartmentsModule } from '../departments/departments.module.js';
import { InterpretationsModule } from '../interpretations/interpretations.module.js';
import { StaffNoticesModule } from '../notices/staff-notices.module.js';
import { PoliciesModule } from '../policies/policies.module.js';
import { StaffDirectoryModule } from '../staff/staff-directory.module.js';
import { TopicsModule } from '../topics/topics.module.js';
import { ClauseDraftsController } from './clause-drafts.controller.js';
import { ClauseHistoryController } from './clause-history.controller.js';
import { ClauseHistoryService } from './clause-history.service.js';
import { ClauseLifeController } from './clause-life.controller.js';
import { ClauseLifeService } from './clause-life.service.js';
import { DecisionsRepository } from './decisions.repository.js';
import { DraftEditorService } from './draft-editor.service.js';
import { DraftViewsService } from './draft-views.service.js';
import { DraftsController } from './drafts.controller.js';
import { DraftNotesService } from './drafts/draft-notes.service.js';
import { DraftsRepository } from './drafts/drafts.repository.js';
import { DraftImportService } from './imports/draft-import.service.js';
import { InterpretationDraftsController } from './interpretation-drafts.controller.js';
import { ClauseDraftKind } from './kinds/clause-draft.kind.js';
import { DraftKinds } from './kinds/draft-kinds.js';
import { InterpretationDraftKind } from './kinds/interpretation-draft.kind.js';
import { PolicyDraftKind } from './kinds/policy-draft.kind.js';
import { ParticipantsService } from './participants.service.js';
import { PolicyDraftsController } from './policy-drafts.controller.js';
import { RegistrationService } from './registration.service.js';
import { ReviewClockService } from './review-clock.service.js';
import { ReviewNoticesService } from './review-notices.service.js';
import { ReviewsService } from './reviews.service.js';
import { StatisticsController } from './statistics.controller.js';
import { StatisticsRepository } from './statistics.repository.js';
import { StatisticsService } from './statistics.service.js';
import { WritingAidsController } from './writing-aids.controller.js';
import { WritingAidsService } from './writing-aids.service.js';
import { WorkController } from './work.controller.js';
import { WorkRepository } from './work.repository.js';
import { WorkService } from './work.service.js';

/** Drafts and their three reviews. */
@Module({
  imports: [
    ClausesModule,
    DepartmentsModule,
    InterpretationsModule,
    PoliciesModule,
    StaffDirectoryModule,
    StaffNoticesModule,
    TopicsModule,
  ],
  controllers: [
    ClauseDraftsController,
    PolicyDraftsController,
    InterpretationDraftsController,
    DraftsController,
    WorkController,
    ClauseLifeController,
    ClauseHistoryController,
    WritingAidsController,
    StatisticsController,
  ],
  providers: [
    ClauseDraftKind,
    PolicyDraftKind,
    InterpretationDraftKind,
    DraftKinds,
    DraftsRepository,
    DecisionsRepository,
    WorkRepository,
    ParticipantsService,
    ReviewNoticesService,
    DraftNotesService,
    DraftEditorService,
    DraftImportService,
    DraftViewsService,
    RegistrationService,
    ReviewsService,
    WorkService,
    ClauseLifeService,
    ClauseHistoryService,
    WritingAidsService,
    StatisticsRepository,
    StatisticsService,
    ReviewClockService,
  ],
  exports: [DraftEditorService, DraftImportService, RegistrationService, ReviewsService, ReviewClockService],
})
export class ReviewsModule {
  constructor(scopes: ScopeResolvers, drafts: DraftsRepository) {
    scopes.register('draft', async (id) => (await drafts.findById(id))?.departmentId);
  }
}
