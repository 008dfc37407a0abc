import { Controller, Get, Query } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Requires } from '../accounts/permissions.js';
import { RATE_LIMITS } from '../common/rate-limits.js';
import { SearchQuery } from './search.query.js';
import { SearchService } from './search.service.js';
import { SearchPage } from './search.view.js';
import { SuggestionsService } from './suggestions.service.js';
import { SuggestionsQuery, SuggestionsView } from './suggestions.view.js';

@ApiTags('搜索')
@Requires('public')
@Controller('api/v1/search')
export class SearchController {
  constructor(
    private readonly searcher: SearchService,
    private readonly suggester: SuggestionsService,
  ) {}

  @Get()
  @RouteConfig({ rateLimit: RATE_LIMITS.search })
  @ApiOkResponse({ type: SearchPage })
  search(@Query() query: SearchQuery): Promise<SearchPage> {
    return this.searcher.search(query);
  }

  @Get('suggestions')
  @RouteConfig({ rateLimit: RATE_LIMITS.search })
  @ApiOkResponse({ type: SuggestionsView })
  suggestions(@Query() { q }: SuggestionsQuery): Promise<SuggestionsView> {
    return this.suggester.suggest(q);
  }
}
