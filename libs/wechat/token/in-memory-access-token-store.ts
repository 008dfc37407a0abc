import type { AccessToken, AccessTokenStore } from './access-token-store.js';

/** Keeps the tokens in this process: for one process, and for tests. */
export class InMemoryAccessTokenStore implements AccessTokenStore {
  readonly #tokens = new Map<string, AccessToken>();
  readonly #queues = new Map<string, Promise<unknown>>();

  get(appId: string): Promise<AccessToken | undefined> {
    return Promise.resolve(this.#tokens.get(appId));
  }

  save(appId: string, token: AccessToken): Promise<void> {
    this.#tokens.set(appId, token);
    return Promise.resolve();
  }

  withLock<T>(appId: string, work: () => Promise<T>): Promise<T> {
    const before = this.#queues.get(appId) ?? Promise.resolve();
    const result = before.then(work);
    this.#queues.set(
      appId,
      result.catch(() => undefined),
    );
    return result;
  }
}
