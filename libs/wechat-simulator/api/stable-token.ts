import type { SimulatorContext } from '../context.js';
import { DAY_MS, MINUTE_MS } from '../state/quotas.js';
import { checkApp } from './check-app.js';
import { parseObject } from './parse-object.js';
import { Refusal, REFUSALS } from './refusal.js';

const A_MINUTE = 10_000;
const FORCED_A_DAY = 20;
/** Two forced calls within this time refresh once. */
const FORCED_APART_MS = MINUTE_MS / 2;

/** `POST /cgi-bin/stable_token`. @returns the answer's JSON, or why it is refused */
export function stableToken(context: SimulatorContext, rawBody: string): string | Refusal {
  const { apps, state } = context;
  const body = parseObject(rawBody);
  if (body instanceof Refusal) return body;
  if (body.grant_type !== 'client_credential') return REFUSALS.grantType;
  const app = checkApp(apps, body.appid, body.secret);
  if (app instanceof Refusal) return app;
  const { appId } = app;
  if (!state.quotas.take(`token:${appId}`, MINUTE_MS, A_MINUTE)) return REFUSALS.minuteQuota;
  const force = body.force_refresh === true && state.quotas.take(`force:${appId}`, FORCED_APART_MS, 1);
  if (force && !state.quotas.take(`forced:${appId}`, DAY_MS, FORCED_A_DAY)) return REFUSALS.dayQuota;
  const token = force ? state.tokens.forced(appId) : state.tokens.stable(appId);
  return JSON.stringify({ access_token: token.value, expires_in: token.expiresIn });
}
