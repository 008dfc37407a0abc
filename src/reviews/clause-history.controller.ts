import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Requires } from '../accounts/permissions.js';
import { CodeParam } from '../common/code.param.js';
import { PageQuery } from '../common/page.query.js';
import { type Page, PageOf } from '../common/page.view.js';
import { ClauseHistoryService } from './clause-history.service.js';
import { ClauseVersionItem, VersionDiffQuery } from './clause-history.view.js';
import { DiffView } from './draft.view.js';

@ApiTags('工作人员：条款')
@Requires('catalogue.read', 'clause')
@Controller('api/v1/staff/clauses/:code')
export class ClauseHistoryController {
  constructor(private readonly history: ClauseHistoryService) {}

  @Get('versions')
  @ApiOkResponse({ type: PageOf(ClauseVersionItem) })
  versions(@Param() { code }: CodeParam, @Query() query: PageQuery): Promise<Page<ClauseVersionItem>> {
    return this.history.versions(code, query);
  }

  @Get('diff')
  @ApiOkResponse({ type: DiffView })
  diff(@Param() { code }: CodeParam, @Query() { from, to }: VersionDiffQuery): Promise<DiffView> {
    return this.history.diff(code, from, to);
  }
}
