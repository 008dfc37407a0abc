const KEY = 'pending-subscription';

/** Keeps what a person wanted to subscribe to while they sign in; lives as long as the tab. */
export function rememberWish(key: string): void {
  try {
    sessionStorage.setItem(KEY, key);
  } catch {
    // Storage is forbidden: after signing in the person presses the button once more.
  }
}

/** Answers the remembered wish if it is one that `isMine`, and forgets it. */
export function takeWish(isMine: (key: string) => boolean): string | null {
  try {
    const key = sessionStorage.getItem(KEY);
    if (key === null || !isMine(key)) return null;
    sessionStorage.removeItem(KEY);
    return key;
  } catch {
    return null;
  }
}
