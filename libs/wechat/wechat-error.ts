/**
 * What a failed call means for the caller:
 * - `permanent`: WeChat refused, and the same call will be refused again until somebody changes something.
 * - `consent_gone`: the person no longer allows this message; ask them again before sending.
 * - `slow_down`: the whole account must pause; the call was not accepted and may be made again later.
 * - `retry`: the call was certainly not accepted; making it again cannot send anything twice.
 * - `unknown_outcome`: the call may have been accepted; making it again could send a message twice.
 */
export type WeChatErrorKind = 'permanent' | 'consent_gone' | 'slow_down' | 'retry' | 'unknown_outcome';

/** A call to WeChat that did not succeed. Holds neither access token nor secret, so it may be logged. */
export class WeChatError extends Error {
  override readonly name = 'WeChatError';

  /**
   * @param kind what the failure means for the caller
   * @param api path of the call, such as `/cgi-bin/message/subscribe/send`
   * @param errmsg WeChat's own text, or a description of the network failure
   * @param errcode WeChat's number; absent when WeChat gave no answer of its own
   */
  constructor(
    readonly kind: WeChatErrorKind,
    readonly api: string,
    readonly errmsg: string,
    readonly errcode?: number,
  ) {
    super(`${api}: ${errcode === undefined ? '' : `${errcode} `}${errmsg}`);
  }
}
