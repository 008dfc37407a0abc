import { sendToApi } from '../api/fetch-api.js';
import { detailOf, isOk } from '../api/problem.js';

const STATE_KEY = 'sign-in-state';

/**
 * The address where WeChat signs a person in and sends them back with a code. The random state is kept in this tab
 * and must come back unchanged, otherwise somebody could slip their own code under a stranger's browser.
 */
export function signInAddress(loginUrl: string, next: string): string {
  const state = crypto.randomUUID?.() ?? randomHex();
  sessionStorage.setItem(STATE_KEY, state);
  const back = new URL('/login', window.location.origin);
  back.searchParams.set('next', next);
  const url = new URL(loginUrl, window.location.origin);
  url.searchParams.set('redirect_uri', back.href);
  url.searchParams.set('state', state);
  return url.href;
}

/** `crypto.randomUUID` only exists on https and localhost; a city's test machine may have neither. */
function randomHex(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Exchanges the code for a session; answers null when signed in, otherwise what to tell the person. */
export async function finishSignIn(code: string, state: string): Promise<string | null> {
  const expected = sessionStorage.getItem(STATE_KEY);
  sessionStorage.removeItem(STATE_KEY);
  if (!expected || expected !== state) return '登录请求不是从这个页面发起的，或者已经过期，请重新登录。';
  try {
    const answer = await sendToApi('POST', '/sessions/wechat', { code });
    return isOk(answer) ? null : detailOf(answer) || '登录没有成功，请重新登录。';
  } catch {
    return '网络连接失败，请检查网络后重新登录。';
  }
}
