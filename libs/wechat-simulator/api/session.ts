import { randomBytes } from 'node:crypto';
import type { SimulatorContext } from '../context.js';
import { unionIdOf } from '../state/people.js';
import { MINUTE_MS } from '../state/quotas.js';
import { checkApp } from './check-app.js';
import { Refusal, REFUSALS } from './refusal.js';

const A_MINUTE_PER_PERSON = 100;

/** `GET /sns/jscode2session`. @returns the answer's JSON, or why it is refused */
export function session(
  context: SimulatorContext,
  query: Readonly<Record<string, unknown>>,
): string | Refusal {
  const { state, apps } = context;
  const app = checkApp(apps, query.appid, query.secret);
  if (app instanceof Refusal) return app;
  if (query.grant_type !== 'authorization_code') return REFUSALS.grantType;
  if (typeof query.js_code !== 'string' || query.js_code === '') return REFUSALS.codeMissing;
  const login = state.loginCodes.redeem(query.js_code);
  if (login === 'used') return REFUSALS.codeUsed;
  const person = login === 'invalid' ? undefined : state.people.byOpenid(login.openid);
  if (login === 'invalid' || person?.appId !== app.appId) return REFUSALS.code;
  if (!state.quotas.take(`session:${login.openid}`, MINUTE_MS, A_MINUTE_PER_PERSON)) {
    return REFUSALS.minuteQuota;
  }
  return JSON.stringify({
    session_key: randomBytes(16).toString('base64'),
    openid: login.openid,
    ...(app.openPlatform === true ? { unionid: unionIdOf(person.id) } : {}),
  });
}
