import type { FastifyRequest } from 'fastify';

/** How many requests one address may make in a minute: where it stands for many people, a city raises all at once. */
export const REQUESTS_PER_MINUTE = 'requestsPerMinute';

/** A route's own limit, as `@RouteConfig({ rateLimit })` takes it. */
export interface RouteRateLimit {
  max: (request: FastifyRequest) => number;
}

/** A part of RATE_LIMIT_PER_MINUTE, at least one. */
const onePartIn = (parts: number): RouteRateLimit => ({
  max: (request) => Math.max(1, Math.floor(request.server.getDecorator<number>(REQUESTS_PER_MINUTE) / parts)),
});

/**
 * Limits stricter than the general one, counted apart from it and for each route, per IPv4 address or IPv6 /64:
 * `@RouteConfig({ rateLimit: RATE_LIMITS.logIn })` above the method.
 * Figures are those of the default, 600 a minute; the limits grow and shrink with RATE_LIMIT_PER_MINUTE.
 */
export const RATE_LIMITS = {
  /** 120 a minute: a search costs more than a page. */
  search: onePartIn(5),
  /** 10 a minute: nobody guesses passwords or codes at that rate. */
  logIn: onePartIn(60),
};
