import type { FastifyInstance } from 'fastify';
import type { SimulatorContext } from '../context.js';
import { getApp } from '../lookup.js';
import { Problem } from '../problem.js';
import type { SimulatorApp } from '../simulator-options.js';
import type { Identity } from '../state/people.js';
import { formOf, queryOf, stateOf } from './form.js';
import { loginPage, NICKNAME_MAX } from './login.page.js';
import { rememberPerson } from './person-cookie.js';
import { checkedReturnUrl, returnWith } from './return-url.js';

const MOST_PEOPLE = 50;
const MOST_CREATED = 1000;

/** Log-in by browser: stands in for wx.login of the mini program. */
export function loginRoutes(server: FastifyInstance, context: SimulatorContext): void {
  const { state, live } = context;

  server.get('/login', (request) => {
    const { app, url, carried } = read(context, queryOf(request));
    const people = state.people.ofApp(app.appId, MOST_PEOPLE);
    return loginPage(app.name ?? app.appId, people, { ...carried, redirect_uri: url.href });
  });

  server.post('/login', (request, reply) => {
    const form = formOf(request);
    const { app, url, carried } = read(context, form);
    const person = chosen(context, app, form);
    rememberPerson(reply, person.id);
    const code = state.loginCodes.issue(person.openid);
    live.allChanged();
    return reply.redirect(returnWith(url, { code, state: carried.state }), 303);
  });
}

function read(context: SimulatorContext, parameters: URLSearchParams) {
  const app = getApp(context, parameters.get('app_id') ?? '');
  const url = checkedReturnUrl(context, parameters.get('redirect_uri'));
  return { app, url, carried: { app_id: app.appId, state: stateOf(parameters) } };
}

/** The person whose button was pressed, or a new one with the nickname that was typed. */
function chosen({ state }: SimulatorContext, app: SimulatorApp, form: URLSearchParams): Identity {
  const nickname = (form.get('nickname') ?? '')
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, NICKNAME_MAX);
  let id = form.get('person_id') ?? '';
  if (id === '' && nickname !== '') {
    if (state.people.count() >= MOST_CREATED) throw new Problem(400, '人已经太多了，请选一个现有的人。');
    id = state.db.transaction(() => state.people.add(nickname)).id;
  }
  const person = state.people.inApp(id, app.appId);
  if (person === undefined) throw new Problem(400, '请选一个人，或者填写称呼新建一个人。');
  return person;
}
