import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { CallerId } from '../accounts/caller.js';
import { Requires } from '../accounts/permissions.js';
import { InvitationRecord } from './invitations/invitation.record.js';
import { InvitationLinkView } from './invitations/invitation.view.js';
import { InvitationsService } from './invitations/invitations.service.js';
import { StaffAdministrationService } from './staff-administration.service.js';
import { IdParam } from '../common/id.param.js';

@ApiTags('工作人员：人员')
@Requires('staff.manage')
@Controller('api/v1/staff/people')
export class StaffAdministrationController {
  constructor(
    private readonly administration: StaffAdministrationService,
    private readonly invitations: InvitationsService,
  ) {}

  /** A new person, and the link by which they set their password. */
  @Post()
  @ApiCreatedResponse({ type: InvitationLinkView })
  invite(@Body() invitation: InvitationRecord): Promise<InvitationLinkView> {
    return this.invitations.invite(invitation);
  }

  /** A new link, also for a forgotten password; older ones end. */
  @Post(':id/invitation')
  @ApiCreatedResponse({ type: InvitationLinkView })
  renew(@Param() { id }: IdParam): Promise<InvitationLinkView> {
    return this.invitations.renew(id);
  }

  @Post(':id/disable')
  @HttpCode(204)
  @ApiNoContentResponse()
  disable(@CallerId() by: string, @Param() { id }: IdParam): Promise<void> {
    return this.administration.disable(by, id);
  }

  @Post(':id/enable')
  @HttpCode(204)
  @ApiNoContentResponse()
  enable(@Param() { id }: IdParam): Promise<void> {
    return this.administration.enable(id);
  }

  @Post(':id/second-factor/reset')
  @HttpCode(204)
  @ApiNoContentResponse()
  resetSecondFactor(@Param() { id }: IdParam): Promise<void> {
    return this.administration.resetSecondFactor(id);
  }
}
