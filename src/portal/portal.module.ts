import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { ClausesModule } from '../clauses/clauses.module.js';
import { DepartmentsModule } from '../departments/departments.module.js';
import { PoliciesModule } from '../policies/policies.module.js';
import { TopicsModule } from '../topics/topics.module.js';
import { FeedsController } from './feeds.controller.js';
import { InProcessApi } from './in-process-api.js';
import { PortalAssets } from './portal-assets.js';
import { PortalController } from './portal.controller.js';
import { PortalRenderer } from './portal-renderer.js';
import { PortalSite } from './portal-site.js';
import { SitemapController } from './sitemap.controller.js';
import { SitemapEntries } from './sitemap-entries.js';

/** The public web pages, which know the rest only through its API, and what programs read: feeds and sitemaps. */
@Module({
  imports: [CatalogueModule, ClausesModule, DepartmentsModule, PoliciesModule, TopicsModule],
  controllers: [FeedsController, SitemapController, PortalController],
  providers: [InProcessApi, PortalAssets, PortalRenderer, PortalSite, SitemapEntries],
})
export class PortalModule {}
