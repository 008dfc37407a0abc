import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
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

  /** With `?explain=1` leads on to the search of staff, which gives reasons to those who may know them. */
  @Get()
  @RouteConfig({ rateLimit: RATE_LIMITS.search })
  @ApiOkResponse({ type: SearchPage })
  async search(
    @Query() query: SearchQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SearchPage | undefined> {
    if (query.explain !== '1') return this.searcher.search(query);
    void reply.redirect(request.url.replace('/search', '/staff/search'), 307);
    return undefined;
  }

  @Get('suggestions')
  @RouteConfig({ rateLimit: RATE_LIMITS.search })
  @ApiOkResponse({ type: SuggestionsView })
  suggestions(@Query() { q }: SuggestionsQuery): Promise<SuggestionsView> {
    return this.suggester.suggest(q);
  }
}
