import type { WeChatAnswer } from '../http/read-answer.js';
import type { WeChatHttp } from '../http/wechat-http.js';
import type { AccessTokenSource } from '../token/access-token-source.js';
import { TOKEN_REFUSED } from '../error-codes.js';
import { WeChatError } from '../wechat-error.js';

type Query = Readonly<Record<string, string>>;

/** Calls that carry the access token. Every API with `?access_token=` is a function over this. */
export class AuthorisedApi {
  constructor(
    private readonly http: WeChatHttp,
    private readonly tokens: AccessTokenSource,
  ) {}

  /**
   * POSTs `body`.
   *
   * @param secrets values of the body that must not appear in an error
   * @throws WeChatError
   */
  post(path: string, body: unknown, secrets: readonly string[] = []): Promise<WeChatAnswer> {
    return this.#call((token) =>
      this.http.call({
        method: 'POST',
        path,
        query: { access_token: token },
        body,
        secrets: [token, ...secrets],
      }),
    );
  }

  /** GETs with the parameters of `query`. @throws WeChatError */
  get(path: string, query: Query): Promise<WeChatAnswer> {
    return this.#call((token) =>
      this.http.call({ method: 'GET', path, query: { access_token: token, ...query }, secrets: [token] }),
    );
  }

  /**
   * When WeChat refuses the token (40001, 40014, 42001), gets another and tries once more. That is safe: a call with
   * a refused token did nothing.
   */
  async #call(call: (token: string) => Promise<WeChatAnswer>): Promise<WeChatAnswer> {
    const token = await this.tokens.current();
    try {
      return await call(token);
    } catch (error) {
      if (!(error instanceof WeChatError) || !TOKEN_REFUSED.has(error.errcode ?? 0)) throw error;
      return call(await this.tokens.replace(token));
    }
  }
}
