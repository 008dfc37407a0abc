import type { FastifyInstance } from 'fastify';
import type { SimulatorContext } from '../context.js';
import { Problem } from '../problem.js';
import { consentPage } from './consent.page.js';
import { readConsentRequest } from './consent-request.js';
import { formOf, queryOf } from './form.js';
import { whosePhonePage } from './login.page.js';
import { rememberedPerson, rememberPerson } from './person-cookie.js';
import { returnWith } from './return-url.js';

const MOST_PEOPLE = 50;

/** Consent by browser: stands in for wx.requestSubscribeMessage. */
export function consentRoutes(server: FastifyInstance, context: SimulatorContext): void {
  const { state, platform } = context;

  server.get('/consent', (request) => {
    const { app, templates, person, carried } = readConsentRequest(context, queryOf(request));
    const known = person ?? state.people.inApp(rememberedPerson(request) ?? '', app.appId);
    if (known === undefined) return whosePhonePage(state.people.ofApp(app.appId, MOST_PEOPLE), carried);
    return consentPage({
      appName: app.name ?? app.appId,
      nickname: known.nickname,
      templates,
      isSwitchedOff: (id) => state.consents.isSwitchedOff(known.openid, id),
      carried: { ...carried, openid: known.openid },
    });
  });

  server.post('/consent/person', (request, reply) => {
    const form = formOf(request);
    const { app, carried } = readConsentRequest(context, form);
    const person = state.people.inApp(form.get('person_id') ?? '', app.appId);
    if (person === undefined) throw new Problem(400, '请选一个人。');
    rememberPerson(reply, person.id);
    const query = new URLSearchParams({ ...carried, openid: person.openid });
    return reply.redirect(`/consent?${query.toString()}`, 303);
  });

  server.post('/consent', (request, reply) => {
    const form = formOf(request);
    const { templates, person, returnUrl, state: callerState } = readConsentRequest(context, form);
    if (person === undefined) throw new Problem(400, '不知道是谁的手机，请从网站重新打开。');
    const ticked = new Set(form.get('answer') === 'accept' ? form.getAll('accept') : []);
    const accepted = templates.filter(
      ({ id }) => ticked.has(id) && !state.consents.isSwitchedOff(person.openid, id),
    );
    const answers = templates.map(
      (template) => [template, accepted.includes(template) ? 'accept' : 'reject'] as const,
    );
    platform.answerConsent(person, new Map(answers));
    const outcome = {
      state: callerState,
      consent: accepted.length > 0 ? 'accept' : 'reject',
      accepted: accepted.map(({ id }) => id).join(','),
    };
    return reply.redirect(returnWith(returnUrl, outcome), 303);
  });
}
