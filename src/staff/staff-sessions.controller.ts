import { Body, Controller, Delete, HttpCode, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiCreatedResponse, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CallerId, CallerStaff, SESSION_COOKIES, tokenOf } from '../accounts/caller.js';
import { refuseForeignPage } from '../accounts/own-origin.js';
import { Requires } from '../accounts/permissions.js';
import { clearSessionCookie, cookieAttributes, setSessionCookie } from '../accounts/session-cookie.js';
import { SessionView } from '../accounts/session.view.js';
import { RATE_LIMITS } from '../common/rate-limits.js';
import { AppConfig } from '../config/app-config.js';
import { DEVICE_DAYS } from './login-throttle.service.js';
import { StaffCredentials } from './staff-credentials.record.js';
import type { StaffMember } from './staff-member.js';
import { StaffLoginService } from './staff-login.service.js';

/** By which a browser that signed in before is told from strangers; it opens nothing by itself. */
const DEVICE_COOKIE = 'ps_staff_device';

@ApiTags('工作人员')
@Controller('api/v1/staff/sessions')
export class StaffSessionsController {
  constructor(
    private readonly login: StaffLoginService,
    private readonly config: AppConfig,
  ) {}

  @Post()
  @Requires('public')
  @RouteConfig({ rateLimit: RATE_LIMITS.logIn })
  @ApiCreatedResponse({ type: SessionView })
  async signIn(
    @Body() credentials: StaffCredentials,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    // Nobody shall be signed in under another's name by a page of somebody else.
    refuseForeignPage(request, this.config);
    const { session, deviceToken } = await this.login.signIn(credentials, {
      deviceToken: request.cookies[DEVICE_COOKIE],
      oldToken: request.cookies[SESSION_COOKIES.staff],
    });
    setSessionCookie(reply, this.config, 'staff', session);
    reply.setCookie(DEVICE_COOKIE, deviceToken, {
      ...cookieAttributes(this.config),
      path: '/api/v1/staff/sessions',
      maxAge: DEVICE_DAYS * 86_400,
    });
    return session;
  }

  /** For whoever is signed in to the portal with a WeChat that is bound to a staff account. */
  @Post('wechat')
  @Requires('signed-in')
  @RouteConfig({ rateLimit: RATE_LIMITS.logIn })
  @ApiCreatedResponse({ type: SessionView })
  async signInByWeChat(
    @CallerId() accountId: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    refuseForeignPage(request, this.config);
    const session = await this.login.signInByWeChat(accountId, request.cookies[SESSION_COOKIES.staff]);
    setSessionCookie(reply, this.config, 'staff', session);
    return session;
  }

  @Delete('current')
  @Requires('staff')
  @HttpCode(204)
  @ApiNoContentResponse()
  async signOut(
    @Req() request: FastifyRequest,
    @CallerStaff() staff: StaffMember,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const token = tokenOf(request, 'staff');
    if (token) await this.login.signOut(token, staff);
    clearSessionCookie(reply, this.config, 'staff');
  }
}
