import type { WeChatAnswer } from '../http/read-answer.js';
import type { WeChatHttp } from '../http/wechat-http.js';
import type { AccessTokenSource } from '../token/access-token-source.js';
import { TOKEN_REFUSED } from '../error-codes.js';
import { WeChatError } from '../wechat-error.js';

/** Calls that carry the access token. Every API with `?access_token=` is a function over this. */
export class AuthorisedApi {
  constructor(
    private readonly http: WeChatHttp,
    private readonly tokens: AccessTokenSource,
  ) {}

  /**
   * POSTs `body`; when WeChat refuses the token (40001, 40014, 42001) gets another and tries once more. That is
   * safe: a call with a refused token did nothing.
   *
   * @throws WeChatError
   */
  async post(path: string, body: unknown): Promise<WeChatAnswer> {
    const token = await this.tokens.current();
    try {
      return await this.#postWith(token, path, body);
    } catch (error) {
      if (!(error instanceof WeChatError) || !TOKEN_REFUSED.has(error.errcode ?? 0)) throw error;
      return this.#postWith(await this.tokens.replace(token), path, body);
    }
  }

  #postWith(token: string, path: string, body: unknown): Promise<WeChatAnswer> {
    return this.http.call({
      method: 'POST',
      path,
      query: { access_token: token },
      body,
      secrets: [token],
    });
  }
}
