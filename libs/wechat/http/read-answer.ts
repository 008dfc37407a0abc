import { kindOfErrcode } from '../error-codes.js';
import { WeChatError, type WeChatErrorKind } from '../wechat-error.js';
import { redact } from './redact.js';

/** A successful answer of WeChat: its JSON object, `errcode` absent or 0. */
export type WeChatAnswer = Readonly<Record<string, unknown>>;

/**
 * Reads the answer to a call. Business failures come as JSON with HTTP 200; anything else was said by a gateway.
 *
 * @throws WeChatError by errcode; `unknown_outcome` for HTTP 5xx (a gateway may give up after WeChat accepted)
 *   and for a 2xx that cannot be read; `slow_down` for 429; `retry` for other refusals before WeChat was reached
 */
export function readAnswer(
  api: string,
  status: number,
  text: string,
  secrets: readonly string[],
): WeChatAnswer {
  const answer = parseObject(text);
  const errcode = answer?.errcode;
  if (typeof errcode === 'number' && errcode !== 0) {
    throw new WeChatError(
      kindOfErrcode(errcode),
      api,
      redact(String(answer?.errmsg ?? ''), secrets),
      errcode,
    );
  }
  if (status < 200 || status > 299) throw new WeChatError(kindOfStatus(status), api, `HTTP ${status}`);
  if (answer === undefined) throw new WeChatError('unknown_outcome', api, `HTTP ${status} without JSON`);
  return answer;
}

function kindOfStatus(status: number): WeChatErrorKind {
  if (status === 429) return 'slow_down';
  // 408: the gateway itself does not know whether the request was complete.
  return status >= 500 || status === 408 ? 'unknown_outcome' : 'retry';
}

/** Whether a value is an object with fields. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseObject(text: string): WeChatAnswer | undefined {
  try {
    // A msgid has up to 19 digits; as a JavaScript number it would lose the last ones and match no event.
    const value: unknown = JSON.parse(text.replace(/("msgid"\s*:\s*)(\d{16,})/g, '$1"$2"'));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
