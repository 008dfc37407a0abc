import type { FastifyRequest } from 'fastify';
import { ForbiddenError } from '../common/common.errors.js';
import type { AppConfig } from '../config/app-config.js';

function isOwn(origin: string, request: FastifyRequest, config: AppConfig): boolean {
  const published = config.publicUrl ? new URL(config.publicUrl).origin : null;
  return origin === published || origin === `http://${request.headers.host}`;
}

/**
 * A cookie is sent along by the browser whoever made the page; writes must come from our own pages.
 * @throws ForbiddenError
 */
export function requireOwnPage(request: FastifyRequest, config: AppConfig): void {
  const { origin } = request.headers;
  if (origin === undefined || !isOwn(origin, request, config)) throw new ForbiddenError('请从本站页面操作');
}

/**
 * As above, but lets programs pass, which name no page: for routes that need no cookie.
 * @throws ForbiddenError
 */
export function refuseForeignPage(request: FastifyRequest, config: AppConfig): void {
  if (request.headers.origin !== undefined) requireOwnPage(request, config);
}
