import type { WeChatHttp } from '../http/wechat-http.js';
import { WeChatError } from '../wechat-error.js';
import type { AccessToken } from './access-token-store.js';

const PATH = '/cgi-bin/stable_token';
/** WeChat hands out the next token 5 minutes before the end; both work for those 5 minutes. */
const RENEW_BEFORE_MS = 5 * 60_000;
/** A token fetched just before that moment is used for this long, or every call would ask for a new one. */
const LEAST_USE_MS = 10_000;

/**
 * Fetches the account's stable token in normal mode (`POST /cgi-bin/stable_token`): while one is valid WeChat
 * returns the same one to every caller, so two processes cannot invalidate each other's.
 *
 * @throws WeChatError
 */
export async function fetchStableToken(
  http: WeChatHttp,
  app: { appId: string; secret: string },
  now: number,
): Promise<AccessToken> {
  const answer = await http.call({
    method: 'POST',
    path: PATH,
    body: { grant_type: 'client_credential', appid: app.appId, secret: app.secret },
    secrets: [app.secret],
  });
  const { access_token: value, expires_in: seconds } = answer;
  if (typeof value !== 'string' || value === '' || typeof seconds !== 'number' || !(seconds > 0)) {
    throw new WeChatError('retry', PATH, 'answer without token');
  }
  const expiresAt = now + seconds * 1000;
  return { value, expiresAt, renewAt: Math.max(expiresAt - RENEW_BEFORE_MS, now + LEAST_USE_MS) };
}
