import { randomUUID } from 'node:crypto';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { LogController } from 'fastify';
import type { Logger } from 'pino';
import type { AppConfig } from '../config/app-config.js';
import { type Answer, answerError, type Asked } from './answer-error.js';
import { answerClientError } from './client-error.js';

/** Bytes that the body of a request may have, where its route says nothing else. */
export const BODY_LIMIT = 1024 * 1024;

/**
 * Bytes of address and headers. A search of 10,000 characters fits in, so that it is refused with a reason and not by
 * the parser.
 */
const HEAD_LIMIT = 128 * 1024;

/** While the server closes: how often idle connections are closed, and when the others are. */
const SWEEP_MS = 100;
const PATIENCE_MS = 5_000;

/** For answers that the hooks, and with them the usual headers, never saw. */
const BARE_HEADERS = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  'x-content-type-options': 'nosniff',
};

/**
 * Fastify, set up so that a failure before a route (limits, parsers, malformed addresses) is answered like one in it.
 * A route keeps the error handler that it was registered under, and Nest sets its own after the first routes.
 */
export class HttpAdapter extends FastifyAdapter {
  constructor(config: AppConfig, logger: Logger) {
    super({
      bodyLimit: BODY_LIMIT,
      http: { maxHeaderSize: HEAD_LIMIT },
      loggerInstance: logger,
      // Requests are logged by RequestObserver, without what they ask for.
      logController: new LogController({ disableRequestLogging: true }),
      // Hop 0 is whoever connected; the proxies are the hops before that number.
      trustProxy: (_address, hop) => hop < config.trustedProxies,
      genReqId: () => randomUUID(),
      clientErrorHandler: answerClientError,
      frameworkErrors: (error: Error, request: Asked, reply: Answer) => {
        void reply.headers({ ...BARE_HEADERS, 'x-request-id': request.id });
        answerError(error, request, reply);
      },
      // While it closes, a request on a connection that is still open gets its answer; the database closes later.
      return503OnClosing: false,
    });
    super.setErrorHandler(answerError);
  }

  /** Ours stays. */
  override setErrorHandler(): ReturnType<FastifyAdapter['setErrorHandler']> {
    return this.getInstance();
  }

  /**
   * Ends once all requests under way are answered, or after five seconds without them. Node closes the connections that
   * are idle when it is told to; one whose answer ends a moment later would stay for the whole keep-alive time.
   */
  override async close(): Promise<void> {
    const server = this.getHttpServer();
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
    const patience = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
    try {
      await super.close();
    } finally {
      clearInterval(sweep);
      clearTimeout(patience);
    }
  }
}
