import { Module } from '@nestjs/common';
import { ClausesModule } from '../clauses/clauses.module.js';
import { DepartmentsModule } from '../departments/departments.module.js';
import { MetricsModule } from '../operations/metrics.module.js';
import { PoliciesModule } from '../policies/policies.module.js';
import { TopicsModule } from '../topics/topics.module.js';
import { SearchIndexService } from './search-index.service.js';
import { SearchNames } from './search-names.js';
import { SearchSource } from './search-source.service.js';
import { SearchController } from './search.controller.js';
import { SearchService } from './search.service.js';

@Module({
  imports: [ClausesModule, DepartmentsModule, MetricsModule, PoliciesModule, TopicsModule],
  controllers: [SearchController],
  providers: [SearchIndexService, SearchNames, SearchService, SearchSource],
  exports: [SearchIndexService],
})
export class SearchModule {}
