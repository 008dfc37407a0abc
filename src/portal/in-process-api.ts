import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { INTERNAL_CALL_HEADER, INTERNAL_CALL_TOKEN } from './internal-call.js';
import type { PortalApi } from './render-contract.js';

/** On whose behalf a page asks the API. */
export interface Visitor {
  cookie?: string;
  address?: string;
}

/** The API of this process, called without a network: what a page shows is what the API would answer anybody. */
@Injectable()
export class InProcessApi {
  constructor(private readonly host: HttpAdapterHost) {}

  /** The API as the visitor sees it; without a visitor as somebody who is not signed in. */
  for(visitor: Visitor = {}): PortalApi {
    const headers: Record<string, string> = {
      accept: 'application/json',
      [INTERNAL_CALL_HEADER]: INTERNAL_CALL_TOKEN,
    };
    if (visitor.cookie) headers.cookie = visitor.cookie;
    return {
      get: async (path) => {
        const server: FastifyInstance = this.host.httpAdapter.getInstance();
        const answer = await server.inject({
          method: 'GET',
          url: `/api/v1${path}`,
          headers,
          remoteAddress: visitor.address,
        });
        const json = /json/.test(String(answer.headers['content-type'] ?? ''));
        return { status: answer.statusCode, body: json ? answer.json<unknown>() : null };
      },
    };
  }
}
