import type { FastifyInstance } from 'fastify';
import type { SimulatorContext } from '../context.js';
import { getApp, getPhone } from '../lookup.js';
import { Problem } from '../problem.js';
import type { SimulatorApp } from '../simulator-options.js';
import { type Identity, phoneNumberOf } from '../state/people.js';
import { formOf, queryOf, stateOf } from './form.js';
import { rememberedPerson } from './person-cookie.js';
import { phoneNumberPage } from './phone-number.page.js';
import { checkedReturnUrl, returnWith } from './return-url.js';

/** The phone number by browser: stands in for the mini program's button `getPhoneNumber`. */
export function phoneNumberRoutes(server: FastifyInstance, context: SimulatorContext): void {
  const { state } = context;

  server.get('/phone-number', (request) => {
    const parameters = queryOf(request);
    const { app, url, carried } = read(context, parameters);
    const person = personOf(context, app, parameters.get('openid'), rememberedPerson(request));
    return phoneNumberPage({
      appName: app.name ?? app.appId,
      nickname: person.nickname,
      phoneNumber: phoneNumberOf(person.id),
      carried: { ...carried, redirect_uri: url.href, openid: person.openid },
    });
  });

  server.post('/phone-number', (request, reply) => {
    const form = formOf(request);
    const { app, url, carried } = read(context, form);
    const person = personOf(context, app, form.get('openid'), undefined);
    const code = form.get('answer') === 'accept' ? state.phoneCodes.issue(person.openid) : '';
    return reply.redirect(returnWith(url, { phone_code: code, state: carried.state }), 303);
  });
}

function read(context: SimulatorContext, parameters: URLSearchParams) {
  const app = getApp(context, parameters.get('app_id') ?? '');
  const url = checkedReturnUrl(context, parameters.get('redirect_uri'));
  return { app, url, carried: { app_id: app.appId, state: stateOf(parameters) } };
}

/** Whom the request names, or who logged in last in this browser. */
function personOf(
  context: SimulatorContext,
  app: SimulatorApp,
  openid: string | null,
  remembered: string | undefined,
): Identity {
  const person = openid
    ? getPhone(context, openid).identity
    : context.state.people.inApp(remembered ?? '', app.appId);
  if (person?.appId !== app.appId) throw new Problem(400, '不知道是谁的手机，请先从网站登录。');
  return person;
}
