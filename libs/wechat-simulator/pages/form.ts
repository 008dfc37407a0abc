import type { FastifyRequest } from 'fastify';

const LONGEST_STATE = 512;

/** The query of a request. */
export function queryOf(request: FastifyRequest): URLSearchParams {
  return new URL(request.url, 'http://simulator').searchParams;
}

/** The fields of a submitted form. */
export function formOf(request: FastifyRequest): URLSearchParams {
  return request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
}

/** The caller's `state`, handed back as it came; cut where nobody could mean it. */
export function stateOf(parameters: URLSearchParams): string {
  return (parameters.get('state') ?? '').slice(0, LONGEST_STATE);
}
