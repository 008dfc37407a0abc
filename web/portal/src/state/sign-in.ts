import { sendToApi } from '../api/fetch-api.js';
import { detailOf, isOk } from '../api/problem.js';
import { addressToLeaveFor, isExpectedState } from './leave-for.js';

const STATE_KEY = 'sign-in-state';

/** The address where WeChat signs a person in and sends them back with a code. */
export function signInAddress(loginUrl: string, next: string): string {
  const back = new URL('/login', window.location.origin);
  back.searchParams.set('next', next);
  return addressToLeaveFor(loginUrl, STATE_KEY, back);
}

/** Exchanges the code for a session; answers null when signed in, otherwise what to tell the person. */
export async function finishSignIn(code: string, state: string): Promise<string | null> {
  if (!isExpectedState(STATE_KEY, state)) {
    return '登录请求不是从这个页面发起的，或者已经过期，请重新登录。';
  }
  try {
    const answer = await sendToApi('POST', '/sessions/wechat', { code });
    return isOk(answer) ? null : detailOf(answer) || '登录没有成功，请重新登录。';
  } catch {
    return '网络连接失败，请检查网络后重新登录。';
  }
}
