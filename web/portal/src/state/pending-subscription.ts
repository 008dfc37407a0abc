const KEY = 'pending-subscription';

/** Keeps which topic a person wanted while they sign in; lives as long as the tab. */
export function rememberSubscribing(topic: string): void {
  try {
    sessionStorage.setItem(KEY, topic);
  } catch {
    // Storage is forbidden: after signing in the person presses the button once more.
  }
}

/** Answers the remembered topic if it is one of `topics`, and forgets it. */
export function takeSubscribing(topics: string[]): string | null {
  try {
    const topic = sessionStorage.getItem(KEY);
    if (topic === null || !topics.includes(topic)) return null;
    sessionStorage.removeItem(KEY);
    return topic;
  } catch {
    return null;
  }
}
