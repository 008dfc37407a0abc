import type { FastifyReply } from 'fastify';
import type { AppConfig } from '../config/app-config.js';
import { SESSION_COOKIES } from './caller.js';
import type { SessionKind } from './session.entity.js';
import type { SessionView } from './session.view.js';

/** How every cookie of ours is kept: out of the reach of scripts and of other sites' pages. */
export const cookieAttributes = (config: AppConfig) =>
  ({
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: config.publicUrl?.startsWith('https:') ?? false,
  }) as const;

/** Lets the browser keep the token of a session where no script can read it. */
export function setSessionCookie(
  reply: FastifyReply,
  config: AppConfig,
  kind: SessionKind,
  session: SessionView,
): void {
  reply.setCookie(SESSION_COOKIES[kind], session.token, {
    ...cookieAttributes(config),
    expires: new Date(session.expiresAt),
  });
}

/** Makes the browser forget the token. */
export function clearSessionCookie(reply: FastifyReply, config: AppConfig, kind: SessionKind): void {
  reply.clearCookie(SESSION_COOKIES[kind], cookieAttributes(config));
}
