import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CallerStaff } from '../accounts/caller.js';
import { Requires } from '../accounts/permissions.js';
import { type Page, PageOf } from '../common/page.view.js';
import type { StaffMember } from '../staff/staff-member.js';
import { WorkQuery } from './draft.record.js';
import { WorkCounts, WorkItem } from './draft.view.js';
import { WorkService } from './work.service.js';

@ApiTags('工作人员：我的工作')
@Requires('staff')
@Controller('api/v1/staff/work')
export class WorkController {
  constructor(private readonly work: WorkService) {}

  @Get()
  @ApiOkResponse({ type: PageOf(WorkItem) })
  list(@Query() query: WorkQuery, @CallerStaff() member: StaffMember): Promise<Page<WorkItem>> {
    return this.work.list(member, query);
  }

  @Get('counts')
  @ApiOkResponse({ type: WorkCounts })
  counts(@CallerStaff() member: StaffMember): Promise<WorkCounts> {
    return this.work.counts(member);
  }
}
