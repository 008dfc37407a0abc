import { Agent, request, type Dispatcher } from 'undici';
import { WeChatError } from '../wechat-error.js';
import { readAnswer, type WeChatAnswer } from './read-answer.js';
import { redact } from './redact.js';
import { marking, type SentMark } from './sent-mark.js';
import { withDeadline } from './with-deadline.js';

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
  readonly #baseUrl: string;
  readonly #timeoutMs: number;
  readonly #dispatcher: Dispatcher;
  readonly #ownAgent: Agent | undefined;

  constructor(options: WeChatHttpOptions) {
    this.#baseUrl = new URL(options.baseUrl).href.replace(/\/$/, '');
    this.#timeoutMs = options.timeoutMs ?? 5000;
    this.#ownAgent =
      options.dispatcher === undefined
        ? new Agent({ connections: options.connections ?? 16, maxResponseSize: ANSWER_BYTES })
        : undefined;
    this.#dispatcher = options.dispatcher ?? (this.#ownAgent as Agent);
  }

  /** Makes one call, once. @throws WeChatError, and nothing else, when it does not succeed */
  async call({ method, path, query, body, secrets }: WeChatCall): Promise<WeChatAnswer> {
    const mark: SentMark = { sent: false };
    const search = query === undefined ? '' : `?${new URLSearchParams(query).toString()}`;
    let status: number;
    let text: string;
    try {
      [status, text] = await withDeadline(this.#timeoutMs, async (signal) => {
        const response = await request(`${this.#baseUrl}${path}${search}`, {
          method,
          body: body === undefined ? null : JSON.stringify(body),
          headers: body === undefined ? {} : { 'content-type': 'application/json' },
          dispatcher: this.#dispatcher.compose(marking(mark)),
          signal,
        });
        return [response.statusCode, await response.body.text()];
      });
    } catch (error) {
      const reason = redact(describe(error), secrets);
      throw mark.sent
        ? new WeChatError('unknown_outcome', path, `${reason} after the request was sent`)
        : new WeChatError('retry', path, `${reason} before the request was sent`);
    }
    return readAnswer(path, status, text, secrets);
  }

  /** Closes the connections of its own agent. */
  async close(): Promise<void> {
    await this.#ownAgent?.close();
  }
}

/** Reads the error by its fields: it may come from another realm, where `instanceof Error` is false. */
function describe(error: unknown): string {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return typeof code === 'string' ? code : String(message ?? 'network failure');
}
