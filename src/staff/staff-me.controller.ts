import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CallerStaff } from '../accounts/caller.js';
import { Requires } from '../accounts/permissions.js';
import type { StaffMember } from './staff-member.js';
import { StaffMeView } from './staff.view.js';

@ApiTags('工作人员')
@Requires('staff')
@Controller('api/v1/staff/me')
export class StaffMeController {
  @Get()
  @ApiOkResponse({ type: StaffMeView })
  me(@CallerStaff() { id, username, role, permissions }: StaffMember): StaffMeView {
    return { id, username, role, permissions: [...permissions] };
  }
}
