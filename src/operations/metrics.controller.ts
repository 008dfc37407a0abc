import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Requires } from '../accounts/permissions.js';
import { MetricsAccess } from './metrics-access.service.js';
import { MetricsService } from './metrics.service.js';

/** For Prometheus. Nobody signs in here as a person: see `MetricsAccess`. */
@ApiTags('运维')
@Requires('public')
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly access: MetricsAccess,
    private readonly metrics: MetricsService,
  ) {}

  @Get()
  @ApiProduces('text/plain')
  async read(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    this.access.check(request.socket.remoteAddress ?? '', request.headers);
    void reply.type(this.metrics.contentType).header('cache-control', 'no-store');
    return this.metrics.text();
  }
}
