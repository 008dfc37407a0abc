import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CallerStaff } from '../accounts/caller.js';
import { Requires } from '../accounts/permissions.js';
import type { StaffMember } from '../staff/staff-member.js';
import { StatisticsService } from './statistics.service.js';
import { DepartmentStatistics, StatisticsQuery } from './statistics.view.js';

@ApiTags('工作人员：统计')
@Requires('statistics.read', 'listed')
@Controller('api/v1/staff/statistics')
export class StatisticsController {
  constructor(private readonly statistics: StatisticsService) {}

  @Get()
  @ApiOkResponse({ type: [DepartmentStatistics] })
  list(@Query() query: StatisticsQuery, @CallerStaff() member: StaffMember): Promise<DepartmentStatistics[]> {
    return this.statistics.list(member, query);
  }
}
