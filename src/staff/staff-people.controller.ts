import { Body, Controller, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Requires } from '../accounts/permissions.js';
import { IdParam } from '../common/id.param.js';
import { type Page, PageOf } from '../common/page.view.js';
import { StaffAssignmentsService } from './staff-assignments.service.js';
import { AssignmentsRecord, PeopleQuery, PersonNameRecord } from './staff-people.record.js';
import { StaffPeopleService } from './staff-people.service.js';
import { StaffPersonView } from './staff.view.js';

@ApiTags('工作人员：人员')
@Controller('api/v1/staff/people')
export class StaffPeopleController {
  constructor(
    private readonly people: StaffPeopleService,
    private readonly assignments: StaffAssignmentsService,
  ) {}

  @Get()
  @Requires('staff.read')
  @ApiOkResponse({ type: PageOf(StaffPersonView) })
  list(@Query() query: PeopleQuery): Promise<Page<StaffPersonView>> {
    return this.people.list(query);
  }

  /** Puts these roles in place of all that the person held. */
  @Put(':id/assignments')
  @Requires('staff.manage')
  @HttpCode(204)
  @ApiNoContentResponse()
  assign(@Param() { id }: IdParam, @Body() { assignments }: AssignmentsRecord): Promise<void> {
    return this.assignments.replace(id, assignments);
  }

  @Put(':id/name')
  @Requires('staff.manage')
  @HttpCode(204)
  @ApiNoContentResponse()
  rename(@Param() { id }: IdParam, @Body() { name }: PersonNameRecord): Promise<void> {
    return this.people.rename(id, name);
  }
}
