import { Module } from '@nestjs/common';
import { ClausesModule } from '../clauses/clauses.module.js';
import { DepartmentsModule } from '../departments/departments.module.js';
import { ImportsModule } from '../imports/imports.module.js';
import { PoliciesModule } from '../policies/policies.module.js';
import { TopicsModule } from '../topics/topics.module.js';
import { CatalogueController } from './catalogue.controller.js';
import { CatalogueService } from './catalogue.service.js';
import { DemoCatalogueLoader } from './demo-catalogue.loader.js';
import { SiteService } from './site.service.js';

@Module({
  imports: [ClausesModule, DepartmentsModule, ImportsModule, PoliciesModule, TopicsModule],
  controllers: [CatalogueController],
  providers: [CatalogueService, DemoCatalogueLoader, SiteService],
  exports: [SiteService],
})
export class CatalogueModule {}
