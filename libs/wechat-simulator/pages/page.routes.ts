import type { FastifyInstance } from 'fastify';
import type { SimulatorContext } from '../context.js';
import { consentRoutes } from './consent.routes.js';
import { loginRoutes } from './login.routes.js';
import { phoneNumberRoutes } from './phone-number.routes.js';
import { phoneRoutes } from './phone.routes.js';
import { problemPage } from './problem.page.js';

const HTML = 'text/html; charset=utf-8';

/** All pages for a browser: phones, log-in and consent. */
export function pageRoutes(server: FastifyInstance, context: SimulatorContext): void {
  const back = (context.options.returnTo ?? []).join(' ');
  // Browsers apply form-action to the redirect after a form too, so the way back must be named.
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    'img-src data:',
    `form-action 'self' ${back}`,
    `frame-ancestors 'self' ${back}`,
    "base-uri 'none'",
  ].join('; ');

  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, new URLSearchParams(String(body))),
  );
  server.addHook('onRequest', async (_request, reply) => {
    reply
      .type(HTML)
      .header('content-security-policy', policy)
      .header('cache-control', 'no-store')
      .header('referrer-policy', 'same-origin')
      .header('x-content-type-options', 'nosniff');
  });
  server.setErrorHandler((error: { statusCode?: number; message: string; name: string }, _request, reply) => {
    const status = error.statusCode ?? 500;
    const message = error.name === 'Problem' ? error.message : '这个页面出错了，请返回重试。';
    return reply.code(status).type(HTML).send(problemPage(message));
  });

  phoneRoutes(server, context);
  phoneNumberRoutes(server, context);
  loginRoutes(server, context);
  consentRoutes(server, context);
}
