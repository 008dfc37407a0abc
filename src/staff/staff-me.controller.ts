import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CallerStaff } from '../accounts/caller.js';
import { Requires } from '../accounts/permissions.js';
import type { StaffMember } from './staff-member.js';
import { StaffPeopleService } from './staff-people.service.js';
import { StaffMeView } from './staff.view.js';

@ApiTags('工作人员')
@Requires('staff')
@Controller('api/v1/staff/me')
export class StaffMeController {
  constructor(private readonly people: StaffPeopleService) {}

  @Get()
  @ApiOkResponse({ type: StaffMeView })
  me(@CallerStaff() member: StaffMember): Promise<StaffMeView> {
    return this.people.me(member);
  }
}
