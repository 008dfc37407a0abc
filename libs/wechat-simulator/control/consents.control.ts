import type { FastifyInstance } from 'fastify';
import type { SimulatorContext } from '../context.js';
import { getPhone, getTemplate } from '../lookup.js';
import { openid, templateId } from './schemas.js';

const answer = {
  type: 'object',
  required: ['openid', 'templateIds', 'answer'],
  properties: {
    openid,
    templateIds: { type: 'array', items: templateId, minItems: 1, maxItems: 3, uniqueItems: true },
    answer: { type: 'string', enum: ['accept', 'reject'] },
  },
};

const change = {
  type: 'object',
  required: ['openid', 'templateId', 'on'],
  properties: { openid, templateId, on: { type: 'boolean' } },
};

/** Answering consent requests and using the switches, as the person would by hand. */
export function consentsControl(server: FastifyInstance, context: SimulatorContext): void {
  const { state, platform } = context;

  server.post<{ Body: { openid: string; templateIds: string[]; answer: 'accept' | 'reject' } }>(
    '/_sim/consents',
    { schema: { body: answer } },
    ({ body }) => {
      const { identity, app } = getPhone(context, body.openid);
      const answers = body.templateIds.map((id) => [getTemplate(app, id), body.answer] as const);
      platform.answerConsent(identity, new Map(answers));
      return { items: state.consents.of(body.openid) };
    },
  );

  server.post<{ Body: { openid: string; templateId: string; on: boolean } }>(
    '/_sim/switches',
    { schema: { body: change } },
    ({ body }) => {
      const { identity, app } = getPhone(context, body.openid);
      platform.switchTemplate(identity, getTemplate(app, body.templateId), body.on);
      return { items: state.consents.of(body.openid) };
    },
  );

  server.get<{ Querystring: { openid: string } }>(
    '/_sim/consents',
    { schema: { querystring: { type: 'object', required: ['openid'], properties: { openid } } } },
    ({ query }) => ({ items: state.consents.of(getPhone(context, query.openid).identity.openid) }),
  );
}
