import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../accounts/permissions.js';
import { ChangeFeedService } from '../change-feed/change-feed.service.js';
import { SearchIndexService } from '../search/search-index.service.js';
import { SearchUnavailableError } from '../search/search.errors.js';

/** For load balancers: `live` = the process works, `ready` = it can answer people. */
@ApiTags('运维')
@Requires('public')
@Controller('health')
export class HealthController {
  constructor(
    private readonly index: SearchIndexService,
    private readonly feed: ChangeFeedService,
  ) {}

  @Get('live')
  live(): { status: string } {
    return { status: 'ok' };
  }

  /** Answers only with a database that answers and an index that can be searched. */
  @Get('ready')
  async ready(): Promise<{ status: string }> {
    await this.feed.lastSequence();
    if (!this.index.isReady()) throw new SearchUnavailableError();
    return { status: 'ok' };
  }
}
