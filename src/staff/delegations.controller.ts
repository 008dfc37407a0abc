import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CallerStaff } from '../accounts/caller.js';
import { Requires } from '../accounts/permissions.js';
import { IdParam } from '../common/id.param.js';
import { DelegationsService } from './delegations.service.js';
import type { StaffMember } from './staff-member.js';
import { DelegationRecord } from './staff-people.record.js';
import { StaffPeopleService } from './staff-people.service.js';
import { DelegationView, PersonView } from './staff.view.js';

@ApiTags('工作人员：委托')
@Requires('staff')
@Controller('api/v1/staff')
export class DelegationsController {
  constructor(
    private readonly delegations: DelegationsService,
    private readonly people: StaffPeopleService,
  ) {}

  @Get('colleagues')
  @ApiOkResponse({ type: [PersonView] })
  colleagues(): Promise<PersonView[]> {
    return this.people.colleagues();
  }

  @Get('delegations')
  @ApiOkResponse({ type: [DelegationView] })
  list(@CallerStaff() member: StaffMember): Promise<DelegationView[]> {
    return this.delegations.list(member);
  }

  @Post('delegations')
  @ApiCreatedResponse({ type: DelegationView })
  create(@CallerStaff() member: StaffMember, @Body() record: DelegationRecord): Promise<DelegationView> {
    return this.delegations.create(member, record);
  }

  @Delete('delegations/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  end(@CallerStaff() member: StaffMember, @Param() { id }: IdParam): Promise<void> {
    return this.delegations.end(member, id);
  }
}
