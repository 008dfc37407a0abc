import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Requires } from '../accounts/permissions.js';
import { SearchQuery } from './search.query.js';
import { SearchService } from './search.service.js';
import { SearchPage } from './search.view.js';

@ApiTags('搜索')
@Requires('public')
@Controller('api/v1/search')
export class SearchController {
  constructor(private readonly searcher: SearchService) {}

  @Get()
  @ApiOkResponse({ type: SearchPage })
  search(@Query() query: SearchQuery): Promise<SearchPage> {
    return this.searcher.search(query);
  }
}
