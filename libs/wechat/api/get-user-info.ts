import { WeChatError } from '../wechat-error.js';
import type { AuthorisedApi } from './authorised-api.js';

const PATH = '/cgi-bin/user/info';

/** How somebody stands to an official account. */
export interface Follower {
  openId: string;
  /** Whether they follow it now; WeChat tells nothing else of those who do not. */
  follows: boolean;
  /** Only where the account belongs to an open-platform account; the same in all of its apps. */
  unionId?: string;
}

/** Asks whether somebody follows the official account, and by what unionid. @throws WeChatError 40003 for a stranger */
export async function getUserInfo(api: AuthorisedApi, openId: string): Promise<Follower> {
  const { subscribe, unionid } = await api.get(PATH, { openid: openId, lang: 'zh_CN' });
  if (subscribe !== 0 && subscribe !== 1) throw new WeChatError('retry', PATH, 'answer without subscribe');
  return {
    openId,
    follows: subscribe === 1,
    ...(typeof unionid === 'string' && unionid !== '' ? { unionId: unionid } : {}),
  };
}
