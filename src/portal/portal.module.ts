import { Module } from '@nestjs/common';
import { FeedsController } from './feeds.controller.js';
import { InProcessApi } from './in-process-api.js';
import { PortalAssets } from './portal-assets.js';
import { PortalController } from './portal.controller.js';
import { PortalRenderer } from './portal-renderer.js';
import { PortalSite } from './portal-site.js';
import { SitemapController } from './sitemap.controller.js';
import { SitemapEntries } from './sitemap-entries.js';

/** The public web pages. They know the rest of the system only through its API. */
@Module({
  controllers: [FeedsController, SitemapController, PortalController],
  providers: [InProcessApi, PortalAssets, PortalRenderer, PortalSite, SitemapEntries],
})
export class PortalModule {}
