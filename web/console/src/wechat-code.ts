import { accountApi } from './api/account-api.js';

const STATE_KEY = 'console-wechat-state';

function randomState(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Leaves for WeChat, which sends the person back to `path` with a code. The random state is kept in this tab and must
 * come back unchanged, otherwise somebody could slip their own WeChat under a stranger's account.
 * @returns false where this site has no log-in page of WeChat (the mini program is the way there)
 */
export async function askWeChat(path: string): Promise<boolean> {
  const loginUrl = await accountApi.loginUrl();
  if (!loginUrl) return false;
  const state = randomState();
  sessionStorage.setItem(STATE_KEY, state);
  const url = new URL(loginUrl, window.location.origin);
  url.searchParams.set('redirect_uri', new URL(path, window.location.origin).href);
  url.searchParams.set('state', state);
  window.location.assign(url.href);
  return true;
}

/** The code that WeChat sent along; null where there is none, or none that this tab asked for. */
export function takeWeChatCode(query: Record<string, unknown>): string | null {
  const expected = sessionStorage.getItem(STATE_KEY);
  sessionStorage.removeItem(STATE_KEY);
  const { code, state } = query;
  return typeof code === 'string' && typeof state === 'string' && state === expected ? code : null;
}
