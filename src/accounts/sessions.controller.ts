import { Body, Controller, Delete, HttpCode, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiCreatedResponse, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { RATE_LIMITS } from '../common/rate-limits.js';
import { AppConfig } from '../config/app-config.js';
import { WeChatGateway } from '../wechat/wechat.gateway.js';
import { AccountsService } from './accounts.service.js';
import { type CallerRequest, tokenOf } from './caller.js';
import { Requires } from './permissions.js';
import { clearSessionCookie, setSessionCookie } from './session-cookie.js';
import { SessionView } from './session.view.js';
import { SessionsService } from './sessions.service.js';
import { WeChatLoginRecord } from './wechat-login.record.js';

@ApiTags('登录')
@Controller('api/v1/sessions')
export class SessionsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly wechat: WeChatGateway,
    private readonly config: AppConfig,
  ) {}

  @Post('wechat')
  @Requires('public')
  @RouteConfig({ rateLimit: RATE_LIMITS.logIn })
  @ApiCreatedResponse({ type: SessionView })
  async signIn(
    @Body() { code }: WeChatLoginRecord,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const session = await this.accounts.signIn(await this.wechat.exchangeCode(code));
    setSessionCookie(reply, this.config, 'account', session);
    return session;
  }

  @Delete('current')
  @Requires('signed-in')
  @HttpCode(204)
  @ApiNoContentResponse()
  async signOut(
    @Req() request: CallerRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const token = tokenOf(request, 'account');
    if (token) await this.sessions.close(token);
    clearSessionCookie(reply, this.config, 'account');
  }
}
