import type { Dispatcher } from 'undici';
import { AuthorisedApi } from './api/authorised-api.js';
import { codeToSession, type WeChatSession } from './api/code-to-session.js';
import { getPhoneNumber, type PhoneNumber } from './api/get-phone-number.js';
import { type Follower, getUserInfo } from './api/get-user-info.js';
import { sendSubscribeMessage, type SubscribeMessage } from './api/send-subscribe-message.js';
import { sendTemplateMessage, type TemplateMessage } from './api/send-template-message.js';
import type { SentMessage } from './api/sent-message.js';
import { WeChatHttp } from './http/wechat-http.js';
import { AccessTokenSource } from './token/access-token-source.js';
import type { AccessTokenStore } from './token/access-token-store.js';
import { fetchStableToken } from './token/fetch-stable-token.js';

/** One app (mini program or official account) and the way to WeChat. */
export interface WeChatClientOptions {
  /** `https://api.weixin.qq.com`, or a simulator. */
  baseUrl: string;
  appId: string;
  secret: string;
  /** Shared by all processes of the app. */
  tokens: AccessTokenStore;
  /** Milliseconds for one call; 5000 by default. */
  timeoutMs?: number;
  /** Most connections kept open; 16 by default. */
  connections?: number;
  /** Another undici dispatcher instead of an own connection pool; the caller closes it. */
  dispatcher?: Dispatcher;
  /** Milliseconds since 1970; the system clock by default. */
  now?: () => number;
}

/** WeChat's server API for one app. Every method throws `WeChatError` and nothing else. */
export class WeChatClient {
  readonly #app: { appId: string; secret: string };
  readonly #http: WeChatHttp;
  readonly #authorised: AuthorisedApi;

  constructor(options: WeChatClientOptions) {
    const { appId, secret, tokens: store, now = Date.now } = options;
    this.#app = { appId, secret };
    this.#http = new WeChatHttp(options);
    const fetch = () => fetchStableToken(this.#http, this.#app, now());
    this.#authorised = new AuthorisedApi(this.#http, new AccessTokenSource({ appId, store, fetch, now }));
  }

  /** Exchanges a login code (5 minutes, single use) for the person's openid. */
  code2Session(code: string): Promise<WeChatSession> {
    return codeToSession(this.#http, this.#app, code);
  }

  /** Sends a subscribe message; uses up one consent of a one-time template. */
  sendSubscribeMessage(message: SubscribeMessage): Promise<SentMessage> {
    return sendSubscribeMessage(this.#authorised, message);
  }

  /** Sends an official account's template message to a follower. */
  sendTemplateMessage(message: TemplateMessage): Promise<SentMessage> {
    return sendTemplateMessage(this.#authorised, message);
  }

  /** Exchanges a code of the mini program's phone-number button (5 minutes, single use). */
  getPhoneNumber(code: string): Promise<PhoneNumber> {
    return getPhoneNumber(this.#authorised, code);
  }

  /** Whether somebody follows the official account, and their unionid. */
  getUserInfo(openId: string): Promise<Follower> {
    return getUserInfo(this.#authorised, openId);
  }

  /** Closes kept-alive connections; calls under way are finished first. */
  close(): Promise<void> {
    return this.#http.close();
  }
}
