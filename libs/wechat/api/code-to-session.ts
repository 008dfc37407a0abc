import type { WeChatHttp } from '../http/wechat-http.js';
import { WeChatError } from '../wechat-error.js';

const PATH = '/sns/jscode2session';

/** Who logged in. */
export interface WeChatSession {
  openId: string;
  /** Key of the mini program's signed data: a secret, never to be sent to the browser or logged. */
  sessionKey: string;
  /** Only where the app belongs to an open-platform account. */
  unionId?: string;
}

/** code2Session: exchanges a login code (5 minutes, single use) for the person's openid. @throws WeChatError */
export async function codeToSession(
  http: WeChatHttp,
  app: { appId: string; secret: string },
  code: string,
): Promise<WeChatSession> {
  const answer = await http.call({
    method: 'GET',
    path: PATH,
    query: { appid: app.appId, secret: app.secret, js_code: code, grant_type: 'authorization_code' },
    secrets: [app.secret, code],
  });
  const { openid, session_key: sessionKey, unionid } = answer;
  if (typeof openid !== 'string' || typeof sessionKey !== 'string') {
    throw new WeChatError('unknown_outcome', PATH, 'answer without openid');
  }
  return { openId: openid, sessionKey, ...(typeof unionid === 'string' ? { unionId: unionid } : {}) };
}
