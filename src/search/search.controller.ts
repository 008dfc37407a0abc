import { Controller, Get, Query } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Requires } from '../accounts/permissions.js';
import { RATE_LIMITS } from '../common/rate-limits.js';
import { SearchQuery } from './search.query.js';
import { SearchService } from './search.service.js';
import { SearchPage } from './search.view.js';

@ApiTags('搜索')
@Requires('public')
@Controller('api/v1/search')
export class SearchController {
  constructor(private readonly searcher: SearchService) {}

  @Get()
  @RouteConfig({ rateLimit: RATE_LIMITS.search })
  @ApiOkResponse({ type: SearchPage })
  search(@Query() query: SearchQuery): Promise<SearchPage> {
    return this.searcher.search(query);
  }
}
