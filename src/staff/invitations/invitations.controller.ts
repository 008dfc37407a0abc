import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { refuseForeignPage } from '../../accounts/own-origin.js';
import { Requires } from '../../accounts/permissions.js';
import { RATE_LIMITS } from '../../common/rate-limits.js';
import { AppConfig } from '../../config/app-config.js';
import { InvitationAcceptance, InvitationToken } from './invitation.record.js';
import { InvitationView } from './invitation.view.js';
import { InvitationsService } from './invitations.service.js';

/** For people who are invited and not yet signed in; POST keeps the token out of addresses. */
@ApiTags('工作人员：邀请')
@Requires('public')
@Controller('api/v1/staff/invitations')
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly config: AppConfig,
  ) {}

  @Post('look-up')
  @RouteConfig({ rateLimit: RATE_LIMITS.logIn })
  @HttpCode(200)
  @ApiOkResponse({ type: InvitationView })
  lookUp(@Body() { token }: InvitationToken): Promise<InvitationView> {
    return this.invitations.lookUp(token);
  }

  @Post('accept')
  @RouteConfig({ rateLimit: RATE_LIMITS.logIn })
  @HttpCode(204)
  @ApiNoContentResponse()
  accept(@Body() { token, password }: InvitationAcceptance, @Req() request: FastifyRequest): Promise<void> {
    refuseForeignPage(request, this.config);
    return this.invitations.accept(token, password);
  }
}
