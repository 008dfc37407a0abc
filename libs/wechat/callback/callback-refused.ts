/**
 * Why a push was refused:
 * - `bad_signature`: not signed with our token, or altered;
 * - `stale`: signed too long ago (or in the future), so perhaps replayed;
 * - `wrong_app`: encrypted for another app;
 * - `malformed`: not what WeChat sends in the configured mode.
 */
export type RefusalReason = 'bad_signature' | 'stale' | 'wrong_app' | 'malformed';

/** A request to the callback address that did not come from WeChat, or cannot be trusted. Quotes no content. */
export class CallbackRefused extends Error {
  override readonly name = 'CallbackRefused';

  constructor(
    readonly reason: RefusalReason,
    detail: string,
  ) {
    super(`${reason}: ${detail}`);
  }
}
