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
import { WeChatEventsService } from './wechat-events.service.js';

/** Where WeChat pushes events; they are told from forged ones by their signature. */
@ApiExcludeController()
@Requires('public')
@Controller('api/v1/wechat/callback')
export class WeChatCallbackController {
  constructor(private readonly events: WeChatEventsService) {}

  @Get()
  @Header('content-type', 'text/plain; charset=utf-8')
  verify(@Query() query: Record<string, unknown>): string {
    return this.events.verifyAddress(query);
  }

  /** All of WeChat's pushes come from few addresses: a limit by address would lose consents. */
  @Post()
  @RouteConfig({ rateLimit: false })
  @HttpCode(200)
  @Header('content-type', 'text/plain; charset=utf-8')
  async take(
    @Query() query: Record<string, unknown>,
    @Req() request: RawBodyRequest<FastifyRequest>,
    @Headers('content-type') contentType?: string,
  ): Promise<string> {
    await this.events.take(query, request.rawBody ?? Buffer.alloc(0), contentType);
    return 'success';
  }
}
