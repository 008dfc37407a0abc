import type { FastifyInstance } from 'fastify';
import type { SimulatorContext } from '../context.js';
import type { EventState } from '../state/events.js';
import { openid, page } from './schemas.js';

const messagesQuery = {
  type: 'object',
  properties: { openid, before: { type: 'integer', minimum: 1 }, limit: page.limit },
};

const eventsQuery = {
  type: 'object',
  properties: {
    state: { type: 'string', enum: ['pending', 'delivered', 'given_up'], default: 'pending' },
    limit: page.limit,
  },
};

/** Looking at what arrived on the phones and what was pushed to the apps. */
export function messagesControl(server: FastifyInstance, { state, deliveries }: SimulatorContext): void {
  server.get<{ Querystring: { openid?: string; before?: number; limit: number } }>(
    '/_sim/messages',
    { schema: { querystring: messagesQuery } },
    ({ query }) => ({ total: state.messages.count(query.openid), items: state.messages.list(query) }),
  );

  server.get<{ Querystring: { state: EventState; limit: number } }>(
    '/_sim/events',
    { schema: { querystring: eventsQuery } },
    ({ query }) => ({
      counts: state.events.counts(),
      items: state.events.list(query.state, query.limit),
    }),
  );

  // Answers once no event waits any more: what a test waits for instead of sleeping.
  server.get('/_sim/events/settled', async () => {
    await deliveries.settled();
    return { counts: state.events.counts() };
  });
}
