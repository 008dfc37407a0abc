import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Histogram } from 'prom-client';
import { routeLabel } from '../http/route-label.js';
import { isInternalCall } from '../portal/internal-call.js';
import { MetricsService } from './metrics.service.js';

/** Seconds: a page made in memory up to the longest that anybody waits. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * Logs and measures each answered request once. A line says what was asked of which route, never by whom or for what:
 * no address, query, cookie or header.
 */
@Injectable()
export class RequestObserver implements OnModuleInit {
  private readonly logger = new Logger('Request');
  private readonly durations: Histogram;

  constructor(
    private readonly host: HttpAdapterHost,
    metrics: MetricsService,
  ) {
    this.durations = metrics.histogram(
      {
        name: 'http_request_duration_seconds',
        help: 'How long answers took, by the pattern of the route.',
        labels: ['method', 'route', 'status'],
      },
      BUCKETS,
    );
  }

  onModuleInit(): void {
    const server: FastifyInstance = this.host.httpAdapter.getInstance();
    server.addHook('onResponse', async (request, reply) => this.observe(request, reply));
  }

  private observe(request: FastifyRequest, reply: FastifyReply): void {
    if (isInternalCall(request.headers)) return;
    const { method, id: requestId } = request;
    const route = routeLabel(request);
    const status = reply.statusCode;
    this.durations.observe({ method, route, status }, reply.elapsedTime / 1000);
    this.logger.log({ requestId, method, route, status, ms: Math.round(reply.elapsedTime * 10) / 10 });
  }
}
