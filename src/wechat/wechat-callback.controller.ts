import {
  Controller,
  Get,
  Header,
  Headers,
  HttpCode,
  Post,
  Query,
  type RawBodyRequest,
  Req,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { Requires } from '../accounts/permissions.js';
import { type WeChatApp, WeChatEventsService } from './wechat-events.service.js';

const PLAIN = 'text/plain; charset=utf-8';

/**
 * Where WeChat pushes events, each app to an address of its own; they are told from forged ones by their signature.
 * All of WeChat's pushes come from few addresses: a limit by address would lose consents.
 */
@ApiExcludeController()
@Requires('public')
@Controller('api/v1/wechat')
export class WeChatCallbackController {
  constructor(private readonly events: WeChatEventsService) {}

  @Get('callback')
  @Header('content-type', PLAIN)
  verify(@Query() query: Record<string, unknown>): string {
    return this.events.verifyAddress('mini_program', query);
  }

  @Post('callback')
  @RouteConfig({ rateLimit: false })
  @HttpCode(200)
  @Header('content-type', PLAIN)
  take(
    @Query() query: Record<string, unknown>,
    @Req() request: RawBodyRequest<FastifyRequest>,
    @Headers('content-type') contentType?: string,
  ): Promise<string> {
    return this.takeOf('mini_program', query, request.rawBody, contentType);
  }

  @Get('official-callback')
  @Header('content-type', PLAIN)
  verifyOfficial(@Query() query: Record<string, unknown>): string {
    return this.events.verifyAddress('official_account', query);
  }

  @Post('official-callback')
  @RouteConfig({ rateLimit: false })
  @HttpCode(200)
  @Header('content-type', PLAIN)
  takeOfficial(
    @Query() query: Record<string, unknown>,
    @Req() request: RawBodyRequest<FastifyRequest>,
    @Headers('content-type') contentType?: string,
  ): Promise<string> {
    return this.takeOf('official_account', query, request.rawBody, contentType);
  }

  private async takeOf(
    app: WeChatApp,
    query: Record<string, unknown>,
    rawBody?: Buffer,
    contentType?: string,
  ): Promise<string> {
    await this.events.take(app, query, rawBody ?? Buffer.alloc(0), contentType);
    return 'success';
  }
}
