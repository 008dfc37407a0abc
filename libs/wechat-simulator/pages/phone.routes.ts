import type { FastifyInstance } from 'fastify';
import type { SimulatorContext } from '../context.js';
import { getPhone, getTemplate } from '../lookup.js';
import { Problem } from '../problem.js';
import { formOf, queryOf } from './form.js';
import { linkOf } from './link-of.js';
import { choosePhonePage, phonePage } from './phone.page.js';
import { settingsPage } from './settings.page.js';

/** The virtual phones. */
export function phoneRoutes(server: FastifyInstance, context: SimulatorContext): void {
  const { state, platform, live, options } = context;

  server.get('/', (_request, reply) => reply.redirect('/phone'));
  server.get('/phone', () => choosePhonePage(context));

  server.get('/phone/live', (_request, reply) => {
    reply.hijack();
    live.open(reply.raw);
  });

  server.get<{ Params: { openid: string } }>('/phone/:openid', (request) => {
    const { app, identity } = getPhone(context, request.params.openid);
    const before = Number(queryOf(request).get('before') ?? NaN);
    return phonePage(context, app, identity, Number.isSafeInteger(before) ? before : undefined);
  });

  server.get<{ Params: { openid: string } }>('/phone/:openid/live', ({ params }, reply) => {
    const { openid } = getPhone(context, params.openid).identity;
    reply.hijack();
    live.open(reply.raw, openid);
  });

  server.post<{ Params: { openid: string } }>('/phone/:openid/read-all', ({ params }, reply) => {
    const { openid } = getPhone(context, params.openid).identity;
    state.messages.readAll(openid);
    live.changed(openid);
    return reply.redirect(`/phone/${openid}`, 303);
  });

  server.get<{ Params: { openid: string; id: string } }>('/phone/:openid/open/:id', ({ params }, reply) => {
    const { app, identity } = getPhone(context, params.openid);
    const { openid } = identity;
    const page = state.messages.open(openid, Number(params.id))?.page;
    const url = page === undefined || page === null ? undefined : linkOf(app, page, options);
    if (url === undefined || !/^https?:/i.test(url)) throw new Problem(404, '这条通知没有可以打开的页面。');
    live.changed(openid);
    return reply.redirect(url);
  });

  server.post<{ Params: { openid: string } }>('/phone/:openid/follow', (request, reply) => {
    const { app, identity } = getPhone(context, request.params.openid);
    if (app.kind !== 'official_account') throw new Problem(400, '小程序不用关注，请返回。');
    platform.follow(identity, formOf(request).get('follows') === 'true');
    return reply.redirect(`/phone/${identity.openid}/settings`, 303);
  });

  server.get<{ Params: { openid: string } }>('/phone/:openid/settings', ({ params }) => {
    const { app, identity } = getPhone(context, params.openid);
    return settingsPage(context, app, identity);
  });

  server.post<{ Params: { openid: string } }>('/phone/:openid/settings', (request, reply) => {
    const { app, identity } = getPhone(context, request.params.openid);
    const form = formOf(request);
    const template = getTemplate(app, form.get('template_id') ?? '');
    platform.switchTemplate(identity, template, form.get('on') === 'true');
    return reply.redirect(`/phone/${identity.openid}/settings`, 303);
  });
}
