/**
 * The address of a page of WeChat's that sends the person back with a code. The random state is kept in this tab and
 * must come back unchanged, otherwise somebody could slip their own code under a stranger's browser.
 *
 * @param key what the state is kept under
 * @param back where it leads back to
 */
export function addressToLeaveFor(address: string, key: string, back: URL): string {
  const state = crypto.randomUUID?.() ?? randomHex();
  sessionStorage.setItem(key, state);
  const url = new URL(address, window.location.origin);
  url.searchParams.set('redirect_uri', back.href);
  url.searchParams.set('state', state);
  return url.href;
}

/** Whether somebody comes back with the state that they left with; it counts once. */
export function isExpectedState(key: string, state: string): boolean {
  const expected = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  return Boolean(expected) && expected === state;
}

/** `crypto.randomUUID` only exists on https and localhost; a city's test machine may have neither. */
function randomHex(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
