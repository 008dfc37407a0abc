import { parseBody } from './callback-body.js';
import { aesKeyOf, decrypt } from './callback-cipher.js';
import { CallbackRefused } from './callback-refused.js';
import { signatureMatches, signatureOf } from './callback-signature.js';
import { readEvent } from './read-event.js';
import type { WeChatEvent } from './wechat-event.js';

/** The query of a request to the callback address, as parsed by any web framework. */
export type CallbackQuery = Readonly<Record<string, unknown>>;

/** How the account's message push (消息推送) is set up. */
export interface WeChatCallbackOptions {
  token: string;
  /** 43 characters. When given, only encrypted pushes (safe mode) are accepted. */
  encodingAesKey?: string;
  appId: string;
  /** Milliseconds since 1970; the system clock by default. */
  now?: () => number;
  /** How far the signed time may lie from now, either way; 300 seconds by default. */
  maxAgeSeconds?: number;
}

/**
 * Tells genuine pushes of WeChat from forged ones.
 *
 * In plain mode the signature does not cover the body (a weakness of the protocol): whoever sees one request can
 * forge others for five minutes. In safe mode it does, so a plain body is refused there.
 */
export class WeChatCallbackVerifier {
  readonly #options: WeChatCallbackOptions;
  readonly #key: Buffer | undefined;

  /** @throws Error when the EncodingAESKey is not one */
  constructor(options: WeChatCallbackOptions) {
    this.#options = options;
    this.#key = options.encodingAesKey === undefined ? undefined : aesKeyOf(options.encodingAesKey);
  }

  /** Answers WeChat's check of the address (GET). @returns `echostr`, to be sent back as it is @throws CallbackRefused */
  verifyUrl(query: CallbackQuery): string {
    this.#checkSignature(query, 'signature');
    return parameter(query, 'echostr');
  }

  /**
   * Opens a push (POST).
   *
   * @param rawBody the body as received, before any parsing
   * @throws CallbackRefused
   */
  open(query: CallbackQuery, rawBody: string | Buffer, contentType?: string): WeChatEvent {
    const body = rawBody.toString();
    if (this.#key === undefined) {
      this.#checkSignature(query, 'signature');
      return readEvent(parseBody(body, contentType));
    }
    // The parameters that need no reading of the body are checked first: a stranger costs us little.
    this.#checkAge(query);
    const encrypted = parseBody(body, contentType).Encrypt;
    if (typeof encrypted !== 'string') throw new CallbackRefused('malformed', 'body is not encrypted');
    this.#checkSignature(query, 'msg_signature', encrypted);
    const { message, appId } = decrypt(this.#key, encrypted);
    if (appId !== this.#options.appId) throw new CallbackRefused('wrong_app', 'encrypted for another app');
    return readEvent(parseBody(message));
  }

  #checkSignature(query: CallbackQuery, name: 'signature' | 'msg_signature', ...covered: string[]): void {
    const timestamp = parameter(query, 'timestamp');
    const expected = signatureOf(this.#options.token, timestamp, parameter(query, 'nonce'), ...covered);
    if (!signatureMatches(expected, parameter(query, name))) {
      throw new CallbackRefused('bad_signature', `${name} does not match`);
    }
    this.#checkAge(query);
  }

  #checkAge(query: CallbackQuery): void {
    const { now = Date.now, maxAgeSeconds = 300 } = this.#options;
    const age = now() / 1000 - Number(parameter(query, 'timestamp'));
    if (!(Math.abs(age) <= maxAgeSeconds)) throw new CallbackRefused('stale', 'timestamp too far from now');
  }
}

/** One parameter; a repeated one (an array) is refused, because two readers could take different ones. */
function parameter(query: CallbackQuery, name: string): string {
  const value = query[name];
  if (typeof value !== 'string' || value === '') throw new CallbackRefused('malformed', `${name} missing`);
  return value;
}
