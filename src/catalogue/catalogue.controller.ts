import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Requires } from '../accounts/permissions.js';
import { CatalogueService } from './catalogue.service.js';
import { CatalogueHome, CatalogueSummary, SiteView } from './catalogue.view.js';
import { SiteService } from './site.service.js';

@ApiTags('目录')
@Requires('public')
@Controller('api/v1')
export class CatalogueController {
  constructor(
    private readonly catalogue: CatalogueService,
    private readonly site: SiteService,
  ) {}

  @Get('catalogue/summary')
  @ApiOkResponse({ type: CatalogueSummary })
  summary(): Promise<CatalogueSummary> {
    return this.catalogue.summary();
  }

  @Get('catalogue/home')
  @ApiOkResponse({ type: CatalogueHome })
  home(): Promise<CatalogueHome> {
    return this.catalogue.home();
  }

  @Get('site')
  @ApiOkResponse({ type: SiteView })
  getSite(): SiteView {
    return this.site.get();
  }
}
