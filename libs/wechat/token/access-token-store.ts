/** An access token of one app. All times are milliseconds since 1970. */
export interface AccessToken {
  value: string;
  /** From then on a new one should be fetched; this one still works. */
  renewAt: number;
  /** From then on WeChat refuses it. */
  expiresAt: number;
}

/**
 * Where the token of each app is kept, shared by all processes that call WeChat: each has the same one, and one
 * of them renews it for all. The value may be 512 characters or longer and is a secret.
 */
export interface AccessTokenStore {
  /** The token saved last, or undefined. */
  get(appId: string): Promise<AccessToken | undefined>;
  /** Replaces the token. */
  save(appId: string, token: AccessToken): Promise<void>;
  /**
   * Runs `work` while no other process is inside `withLock` of the same app, and returns its result. The work
   * takes one call to WeChat (up to the time-out of the client); the lock of a dead process must fall by itself.
   */
  withLock<T>(appId: string, work: () => Promise<T>): Promise<T>;
}
