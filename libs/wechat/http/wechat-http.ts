import { Agent, type Dispatcher } from 'undici';
import { WeChatError } from '../wechat-error.js';
import { exchange, ExchangeFailed } from './exchange.js';
import { readAnswer, type WeChatAnswer } from './read-answer.js';
import { redact } from './redact.js';

/** Where and how to reach WeChat. */
export interface WeChatHttpOptions {
  /** `https://api.weixin.qq.com`, or a simulator. */
  baseUrl: string;
  /** Milliseconds for a whole call, from queueing to the last byte; 5000 by default. */
  timeoutMs?: number;
  /** Most connections kept open at a time; 16 by default. Ignored when a dispatcher is given. */
  connections?: number;
  /** Another undici dispatcher, such as a proxy; the caller closes it. */
  dispatcher?: Dispatcher;
}

/** One call; `secrets` are the values that must not appear in an error. */
export interface WeChatCall {
  method: 'GET' | 'POST';
  path: string;
  query?: Readonly<Record<string, string>>;
  body?: unknown;
  secrets: readonly string[];
}

const ANSWER_BYTES = 1024 * 1024;

/** JSON over HTTP to WeChat with kept-alive connections; knows no single API and no token. */
export class WeChatHttp {
  readonly #origin: string;
  /** Path of the base address, without a trailing slash. */
  readonly #prefix: string;
  readonly #timeoutMs: number;
  readonly #dispatcher: Dispatcher;
  readonly #ownAgent: Agent | undefined;

  constructor(options: WeChatHttpOptions) {
    const { origin, pathname } = new URL(options.baseUrl);
    this.#origin = origin;
    this.#prefix = pathname.replace(/\/$/, '');
    this.#timeoutMs = options.timeoutMs ?? 5000;
    this.#ownAgent =
      options.dispatcher === undefined
        ? new Agent({ connections: options.connections ?? 16, maxResponseSize: ANSWER_BYTES })
        : undefined;
    this.#dispatcher = options.dispatcher ?? (this.#ownAgent as Agent);
  }

  /** Makes one call, once. @throws WeChatError, and nothing else, when it does not succeed */
  async call({ method, path, query, body, secrets }: WeChatCall): Promise<WeChatAnswer> {
    const search = query === undefined ? '' : `?${new URLSearchParams(query).toString()}`;
    const request = {
      origin: this.#origin,
      path: `${this.#prefix}${path}${search}`,
      method,
      body: body === undefined ? null : JSON.stringify(body),
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
    };
    try {
      const { status, text } = await exchange(this.#dispatcher, request, this.#timeoutMs);
      return readAnswer(path, status, text, secrets);
    } catch (error) {
      if (!(error instanceof ExchangeFailed)) throw error;
      const reason = redact(error.reason, secrets);
      throw error.sent
        ? new WeChatError('unknown_outcome', path, `${reason} after the request was sent`)
        : new WeChatError('retry', path, `${reason} before the request was sent`);
    }
  }

  /** Closes the connections of its own agent. */
  async close(): Promise<void> {
    await this.#ownAgent?.close();
  }
}
