import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CallerStaff } from '../accounts/caller.js';
import { Requires } from '../accounts/permissions.js';
import { CodeParam } from '../common/code.param.js';
import { type Page, PageOf } from '../common/page.view.js';
import type { StaffMember } from '../staff/staff-member.js';
import { heldIn } from '../staff/staff-scope.js';
import { StaffClauseQuery } from './staff-clause.query.js';
import { StaffClauseSummary, StaffClauseView } from './staff-clause.view.js';
import { StaffClausesService } from './staff-clauses.service.js';

@ApiTags('工作人员：条款')
@Controller('api/v1/staff/clauses')
export class StaffClausesController {
  constructor(private readonly clauses: StaffClausesService) {}

  @Get()
  @Requires('catalogue.read', 'listed')
  @ApiOkResponse({ type: PageOf(StaffClauseSummary) })
  list(
    @Query() query: StaffClauseQuery,
    @CallerStaff() member: StaffMember,
  ): Promise<Page<StaffClauseSummary>> {
    return this.clauses.list(query, heldIn(member, 'catalogue.read'));
  }

  @Get(':code')
  @Requires('catalogue.read', 'clause')
  @ApiOkResponse({ type: StaffClauseView })
  get(@Param() { code }: CodeParam): Promise<StaffClauseView> {
    return this.clauses.get(code);
  }
}
