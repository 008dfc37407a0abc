import { WeChatError } from '../wechat-error.js';
import type { AccessToken, AccessTokenStore } from './access-token-store.js';

/** How long an old but valid token is used on after a renewal failed, before the next try. */
const RENEWAL_PAUSE_MS = 10_000;

/** Everything the source needs; `fetch` asks WeChat. */
export interface AccessTokenSourceOptions {
  appId: string;
  store: AccessTokenStore;
  fetch: () => Promise<AccessToken>;
  now: () => number;
}

/** Hands out the access token that all processes share, renewing it once for all of them when due. */
export class AccessTokenSource {
  readonly #options: AccessTokenSourceOptions;
  readonly #flights = new Map<string, Promise<AccessToken>>();
  #held: AccessToken | undefined;
  #noRenewalBefore = 0;

  constructor(options: AccessTokenSourceOptions) {
    this.#options = options;
  }

  /**
   * A token that should work now.
   *
   * @throws WeChatError `retry` or `slow_down`, never another kind: whatever went wrong, the call that needed the
   *   token has not been made
   */
  async current(): Promise<string> {
    const now = this.#options.now();
    const held = this.#held;
    if (held !== undefined && now < held.expiresAt) {
      if (now < held.renewAt || now < this.#noRenewalBefore) return held.value;
    }
    try {
      return (await this.#renew('')).value;
    } catch (error) {
      // WeChat accepts the old token until it ends: a failed renewal is no reason to stop sending.
      if (held === undefined || now >= held.expiresAt) throw error;
      this.#noRenewalBefore = now + RENEWAL_PAUSE_MS;
      return held.value;
    }
  }

  /** Another token than the one WeChat just refused. @throws WeChatError as `current` does */
  async replace(refused: string): Promise<string> {
    const held = this.#held;
    if (held !== undefined && held.value !== refused) return held.value;
    this.#held = undefined;
    return (await this.#renew(refused)).value;
  }

  /** One renewal at a time for each reason: a thousand waiting sends make one call. */
  #renew(refused: string): Promise<AccessToken> {
    const running = this.#flights.get(refused);
    if (running !== undefined) return running;
    const flight = this.#renewOnce(refused).finally(() => this.#flights.delete(refused));
    this.#flights.set(refused, flight);
    return flight;
  }

  async #renewOnce(refused: string): Promise<AccessToken> {
    const { appId, store, fetch, now } = this.#options;
    try {
      this.#held = await store.withLock(appId, async () => {
        const stored = await store.get(appId);
        if (stored !== undefined && stored.value !== refused && now() < stored.renewAt) return stored;
        const fetched = await fetch();
        await store.save(appId, fetched);
        return fetched;
      });
      return this.#held;
    } catch (error) {
      throw beforeTheCall(error);
    }
  }
}

/**
 * A fault of the account (wrong secret, frozen account) concerns every message alike, so it is no verdict on
 * this one: `slow_down`. The text of a store's own error is dropped, because it may quote the token.
 */
function beforeTheCall(error: unknown): WeChatError {
  if (!(error instanceof WeChatError)) {
    return new WeChatError('retry', 'access token store', error instanceof Error ? error.name : 'failed');
  }
  const kind = error.kind === 'retry' || error.kind === 'unknown_outcome' ? 'retry' : 'slow_down';
  return new WeChatError(kind, error.api, error.errmsg, error.errcode);
}
