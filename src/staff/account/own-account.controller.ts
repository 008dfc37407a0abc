import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CallerId, CallerSession } from '../../accounts/caller.js';
import { Requires } from '../../accounts/permissions.js';
import { clearSessionCookie } from '../../accounts/session-cookie.js';
import type { Session } from '../../accounts/session.entity.js';
import { WeChatLoginRecord } from '../../accounts/wechat-login.record.js';
import { RATE_LIMITS } from '../../common/rate-limits.js';
import { AppConfig } from '../../config/app-config.js';
import {
  FactorConfirmation,
  FactorProof,
  PasswordChange,
  PasswordProof,
  SessionIdParam,
} from './own-account.record.js';
import { OwnAccountService } from './own-account.service.js';
import { FactorSetUpView, OwnAccountView, OwnSessionView, RecoveryCodesView } from './own-account.view.js';
import { OwnSessionsService } from './own-sessions.service.js';
import { StaffWeChatService } from './staff-wechat.service.js';

@ApiTags('工作人员：我的账号')
@Requires('staff')
@Controller('api/v1/staff/account')
export class OwnAccountController {
  constructor(
    private readonly account: OwnAccountService,
    private readonly sessions: OwnSessionsService,
    private readonly wechat: StaffWeChatService,
    private readonly config: AppConfig,
  ) {}

  @Get()
  @ApiOkResponse({ type: OwnAccountView })
  view(@CallerId() id: string): Promise<OwnAccountView> {
    return this.account.view(id);
  }

  @Put('password')
  @RouteConfig({ rateLimit: RATE_LIMITS.logIn })
  @HttpCode(204)
  @ApiNoContentResponse()
  changePassword(
    @CallerSession() session: Session,
    @Body() { password, newPassword }: PasswordChange,
  ): Promise<void> {
    return this.account.changePassword(session, password, newPassword);
  }

  @Post('second-factor')
  @RouteConfig({ rateLimit: RATE_LIMITS.logIn })
  @HttpCode(200)
  @ApiOkResponse({ type: FactorSetUpView })
  beginFactor(@CallerId() id: string, @Body() { password }: PasswordProof): Promise<FactorSetUpView> {
    return this.account.beginFactor(id, password);
  }

  @Post('second-factor/confirm')
  @RouteConfig({ rateLimit: RATE_LIMITS.logIn })
  @HttpCode(200)
  @ApiOkResponse({ type: RecoveryCodesView })
  async confirmFactor(
    @CallerSession() session: Session,
    @Body() { code }: FactorConfirmation,
  ): Promise<RecoveryCodesView> {
    return { recoveryCodes: await this.account.confirmFactor(session, code) };
  }

  @Post('second-factor/recovery-codes')
  @RouteConfig({ rateLimit: RATE_LIMITS.logIn })
  @HttpCode(200)
  @ApiOkResponse({ type: RecoveryCodesView })
  async renewCodes(
    @CallerId() id: string,
    @Body() { password, code }: FactorProof,
  ): Promise<RecoveryCodesView> {
    return { recoveryCodes: await this.account.renewCodes(id, password, code) };
  }

  @Post('second-factor/remove')
  @RouteConfig({ rateLimit: RATE_LIMITS.logIn })
  @HttpCode(204)
  @ApiNoContentResponse()
  removeFactor(@CallerId() id: string, @Body() { password, code }: FactorProof): Promise<void> {
    return this.account.removeFactor(id, password, code);
  }

  @Get('sessions')
  @ApiOkResponse({ type: [OwnSessionView] })
  listSessions(@CallerSession() session: Session): Promise<OwnSessionView[]> {
    return this.sessions.list(session);
  }

  @Delete('sessions')
  @HttpCode(204)
  @ApiNoContentResponse()
  async endAll(
    @CallerSession() session: Session,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.endAll(session);
    clearSessionCookie(reply, this.config, 'staff');
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  endSession(@CallerSession() session: Session, @Param() { id }: SessionIdParam): Promise<void> {
    return this.sessions.end(session, id);
  }

  @Put('wechat')
  @RouteConfig({ rateLimit: RATE_LIMITS.logIn })
  @HttpCode(204)
  @ApiNoContentResponse()
  bind(@CallerId() id: string, @Body() { code }: WeChatLoginRecord): Promise<void> {
    return this.wechat.bind(id, code);
  }

  @Delete('wechat')
  @HttpCode(204)
  @ApiNoContentResponse()
  release(@CallerId() id: string): Promise<void> {
    return this.wechat.release(id);
  }
}
