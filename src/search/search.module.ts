import { Module } from '@nestjs/common';
import { ClausesModule } from '../clauses/clauses.module.js';
import { DepartmentsModule } from '../departments/departments.module.js';
import { MetricsModule } from '../operations/metrics.module.js';
import { PoliciesModule } from '../policies/policies.module.js';
import { TopicsModule } from '../topics/topics.module.js';
import { SearchIndexService } from './search-index.service.js';
import { SearchLogRepository } from './search-log.repository.js';
import { SearchLogService } from './search-log.service.js';
import { SearchNames } from './search-names.js';
import { SearchPinsRepository } from './search-pins.repository.js';
import { SearchPinsService } from './search-pins.service.js';
import { SearchSource } from './search-source.service.js';
import { SearchController } from './search.controller.js';
import { SearchService } from './search.service.js';
import { StaffSearchController } from './staff-search.controller.js';
import { SuggestionsService } from './suggestions.service.js';

@Module({
  imports: [ClausesModule, DepartmentsModule, MetricsModule, PoliciesModule, TopicsModule],
  controllers: [SearchController, StaffSearchController],
  providers: [
    SearchIndexService,
    SearchLogRepository,
    SearchLogService,
    SearchNames,
    SearchPinsRepository,
    SearchPinsService,
    SearchService,
    SearchSource,
    SuggestionsService,
  ],
  exports: [SearchIndexService],
})
export class SearchModule {}
