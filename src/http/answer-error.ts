import { Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest, RawServerBase, RouteGenericInterface } from 'fastify';
import { DomainError } from '../common/domain.error.js';
import { failurePage } from './failure-page.js';
import { isPagePath } from './page-paths.js';
import { PROBLEM_TYPE, toProblem } from './problem.js';

/** Seconds after which something unavailable is worth another try. */
const UNAVAILABLE_RETRY_SECONDS = 30;

/** A request, as far as an error needs to know it. */
export type Asked = Pick<FastifyRequest, 'id' | 'url'>;
/** A reply of any kind of server. */
export type Answer = FastifyReply<RouteGenericInterface, RawServerBase>;

const logger = new Logger('Http');

function retryAfter(error: unknown, status: number): number | null {
  if (error instanceof DomainError && error.retryAfterSeconds !== null) return error.retryAfterSeconds;
  return status === 503 ? UNAVAILABLE_RETRY_SECONDS : null;
}

/** Answers an error, wherever it happened: people get a page, programs a problem (RFC 9457). */
export function answerError(error: unknown, request: Asked, reply: Answer): void {
  const problem = toProblem(error, request.id);
  if (problem.status >= 500 && !(error instanceof DomainError)) {
    logger.error({ requestId: request.id, error });
  }
  if (reply.sent) return;
  const seconds = retryAfter(error, problem.status);
  if (seconds !== null) void reply.header('retry-after', String(seconds));
  void reply.status(problem.status).header('cache-control', 'no-store');
  if (isPagePath(request.url)) {
    void reply.type('text/html; charset=utf-8').send(failurePage(problem.title, problem.detail));
  } else {
    void reply.type(PROBLEM_TYPE).send(JSON.stringify(problem));
  }
}
