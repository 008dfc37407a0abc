import type { SimulatorContext } from '../context.js';
import type { SimulatorApp } from '../simulator-options.js';
import { type Refusal, REFUSALS } from './refusal.js';

/** The app that an access token belongs to, if it is of the kind that has this API. */
export function checkToken(
  { state, apps }: SimulatorContext,
  accessToken: unknown,
  kind: NonNullable<SimulatorApp['kind']>,
): SimulatorApp | Refusal {
  if (typeof accessToken !== 'string' || accessToken === '') return REFUSALS.tokenMissing;
  const token = state.tokens.check(accessToken);
  if (token === 'expired') return REFUSALS.tokenExpired;
  const app = token === 'invalid' ? undefined : apps.get(token.appId);
  if (app === undefined) return REFUSALS.tokenInvalid;
  return (app.kind ?? 'mini_program') === kind ? app : REFUSALS.unauthorized;
}
