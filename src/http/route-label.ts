import type { FastifyRequest } from 'fastify';

/** Pages share one route; the first step of the address tells them apart, if it is one of these. */
const PAGES = new Set(['', 'clauses', 'departments', 'help', 'login', 'me', 'policies', 'search', 'topics']);

/**
 * The pattern of the route that answered, as logs and figures may show it: never an address with what people typed,
 * and few different ones, whatever is asked for.
 */
export function routeLabel(request: FastifyRequest): string {
  const pattern = request.routeOptions.url;
  if (pattern === undefined) return 'none';
  if (pattern !== '/*' && pattern !== '*') return pattern;
  const [path = ''] = request.url.split('?', 1);
  const [, first = '', ...more] = path.split('/');
  if (!PAGES.has(first)) return '/*';
  return more.length > 0 ? `/${first}/*` : `/${first}`;
}
