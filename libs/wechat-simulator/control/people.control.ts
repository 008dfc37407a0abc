import type { FastifyInstance } from 'fastify';
import type { SimulatorContext } from '../context.js';
import { getApp, getPhone, getTemplate } from '../lookup.js';
import { phoneNumberOf, unionIdOf } from '../state/people.js';
import { appId, openid, page, templateId, type Paged } from './schemas.js';

interface NewPeople {
  nickname: string;
  note?: string;
  count: number;
  consents: { templateId: string; times: number }[];
}

const newPeople = {
  type: 'object',
  required: ['nickname'],
  properties: {
    nickname: { type: 'string', minLength: 1, maxLength: 20 },
    note: { type: 'string', maxLength: 20 },
    count: { type: 'integer', minimum: 1, maximum: 5000, default: 1 },
    consents: {
      type: 'array',
      maxItems: 20,
      default: [],
      items: {
        type: 'object',
        required: ['templateId'],
        properties: { templateId, times: { type: 'integer', minimum: 1, maximum: 1000, default: 1 } },
      },
    },
  },
};

/** Creating people and logging them in. */
export function peopleControl(server: FastifyInstance, context: SimulatorContext): void {
  const { state, apps, live } = context;

  server.post<{ Body: NewPeople }>('/_sim/users', { schema: { body: newPeople } }, ({ body }) => {
    const { nickname, note, count, consents } = body;
    const grants = consents.map(({ templateId: id, times }) => {
      const app = [...apps.values()].find(({ templates }) => templates.some((one) => one.id === id));
      return { app, template: app === undefined ? undefined : getTemplate(app, id), times };
    });
    const users = state.db.transaction(() =>
      Array.from({ length: count }, (_, index) => {
        const person = state.people.add(count === 1 ? nickname : `${nickname}${index + 1}`, note);
        const openids = Object.fromEntries(
          [...apps.keys()].map((id) => [id, state.people.inApp(person.id, id)?.openid ?? '']),
        );
        for (const { app, template, times } of grants) {
          if (app === undefined || template === undefined) continue;
          state.consents.grant(openids[app.appId] ?? '', template.id, template.kind, times);
        }
        return {
          ...person,
          openids,
          unionId: unionIdOf(person.id),
          phoneNumber: phoneNumberOf(person.id),
        };
      }),
    );
    live.allChanged();
    return { items: users };
  });

  server.get<{ Querystring: Paged & { appId: string } }>(
    '/_sim/users',
    { schema: { querystring: { type: 'object', required: ['appId'], properties: { appId, ...page } } } },
    ({ query }) => ({
      total: state.people.count(),
      items: state.people.ofApp(getApp(context, query.appId).appId, query.limit, query.offset),
    }),
  );

  server.post<{ Body: { openid: string } }>(
    '/_sim/login-codes',
    { schema: { body: { type: 'object', required: ['openid'], properties: { openid } } } },
    ({ body }) => ({ code: state.loginCodes.issue(getPhone(context, body.openid).identity.openid) }),
  );
}
