import type { SimulatorContext } from '../context.js';
import { unionIdOf } from '../state/people.js';
import { checkToken } from './check-token.js';
import { Refusal, REFUSALS } from './refusal.js';

/** `GET /cgi-bin/user/info`. @returns the answer's JSON, or why it is refused */
export function userInfo(
  context: SimulatorContext,
  query: Readonly<Record<string, unknown>>,
): string | Refusal {
  const app = checkToken(context, query.access_token, 'official_account');
  if (app instanceof Refusal) return app;
  const { openid } = query;
  const person = typeof openid === 'string' ? context.state.people.byOpenid(openid) : undefined;
  if (person?.appId !== app.appId) return REFUSALS.openid;
  // Of those who do not follow, WeChat tells nothing.
  if (!context.state.followers.has(person.openid)) return JSON.stringify({ subscribe: 0, openid });
  return JSON.stringify({
    subscribe: 1,
    openid,
    language: 'zh_CN',
    ...(app.openPlatform === true ? { unionid: unionIdOf(person.id) } : {}),
  });
}
