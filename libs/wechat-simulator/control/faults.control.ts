import type { FastifyInstance } from 'fastify';
import type { SimulatorContext } from '../context.js';
import { type Fault, FAULT_TARGETS } from '../faults.js';
import { getApp } from '../lookup.js';
import { appId } from './schemas.js';

const fault = {
  type: 'object',
  required: ['target', 'kind'],
  properties: {
    target: { type: 'string', enum: FAULT_TARGETS },
    kind: { type: 'string', enum: ['latency', 'errcode', 'http_500', 'hang', 'drop'] },
    times: { type: 'integer', minimum: 1, maximum: 1_000_000, default: 1 },
    accepted: { type: 'boolean' },
    ms: { type: 'integer', minimum: 0, maximum: 60_000 },
    errcode: { type: 'integer' },
    errmsg: { type: 'string', maxLength: 200 },
  },
};

const expiry = {
  type: 'object',
  required: ['appId'],
  properties: { appId, revoked: { type: 'boolean', default: false } },
};

/** Making things go wrong on demand. */
export function faultsControl(server: FastifyInstance, context: SimulatorContext): void {
  const { faults, state, live } = context;

  server.post<{ Body: Fault }>('/_sim/faults', { schema: { body: fault } }, ({ body }) => {
    faults.plan(body);
    return { items: faults.list() };
  });

  server.get('/_sim/faults', () => ({ items: faults.list() }));

  server.delete('/_sim/faults', () => {
    faults.clear();
    return { items: [] };
  });

  // Expired tokens get 42001, revoked ones 40001.
  server.post<{ Body: { appId: string; revoked: boolean } }>(
    '/_sim/tokens/expire',
    { schema: { body: expiry } },
    ({ body }) => {
      const { appId: id } = getApp(context, body.appId);
      if (body.revoked) state.tokens.revoke(id);
      else state.tokens.expire(id);
      return {};
    },
  );

  server.post('/_sim/reset', () => {
    faults.clear();
    state.reset();
    live.allChanged();
    return {};
  });
}
