import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Requires } from '../accounts/permissions.js';
import { SearchLogService } from './search-log.service.js';
import { SearchPinsService } from './search-pins.service.js';
import { PinnedQuery, SearchedTextView } from './search-staff.view.js';
import { SearchQuery } from './search.query.js';
import { SearchService } from './search.service.js';
import { SearchPage } from './search.view.js';

const MOST_LISTED = 200;

@ApiTags('工作人员：搜索')
@Requires('catalogue.read', 'listed')
@Controller('api/v1/staff/search')
export class StaffSearchController {
  constructor(
    private readonly searcher: SearchService,
    private readonly log: SearchLogService,
    private readonly pins: SearchPinsService,
  ) {}

  /** As the public search, with the reasons of each place where `?explain=1` asks for them; not counted. */
  @Get()
  @ApiOkResponse({ type: SearchPage })
  search(@Query() query: SearchQuery): Promise<SearchPage> {
    return this.searcher.search(query, { explain: query.explain === '1', counted: false });
  }

  @Get('queries')
  @ApiOkResponse({ type: [SearchedTextView] })
  queries(): Promise<SearchedTextView[]> {
    return this.log.mostSearched(MOST_LISTED, { fruitless: false });
  }

  @Get('zero-results')
  @ApiOkResponse({ type: [SearchedTextView] })
  zeroResults(): Promise<SearchedTextView[]> {
    return this.log.mostSearched(MOST_LISTED, { fruitless: true });
  }

  @Get('pins')
  @ApiOkResponse({ type: [PinnedQuery] })
  pinned(): Promise<PinnedQuery[]> {
    return this.pins.list();
  }

  @Put('pins')
  @Requires('catalogue.terms')
  @ApiOkResponse({ type: PinnedQuery })
  pin(@Body() { query, codes }: PinnedQuery): Promise<PinnedQuery> {
    return this.pins.pin(query, codes);
  }
}
