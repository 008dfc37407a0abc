import type { WeChatErrorKind } from './wechat-error.js';

/** Every kind that an errcode can have: an errcode is an answer, so its outcome is always known. */
export type AnsweredKind = Exclude<WeChatErrorKind, 'unknown_outcome'>;

/**
 * Known errcodes by what they mean for the caller. Collected from the official error lists of code2Session,
 * stable_token, subscribeMessage.send, the official account's template message and the global list
 * (developers.weixin.qq.com, as read in 2026).
 */
export const ERROR_CODES: Readonly<Record<AnsweredKind, Readonly<Record<number, string>>>> = {
  permanent: {
    20001: 'template library entry does not exist',
    20002: 'template library entry is of another kind',
    40002: 'invalid grant_type',
    40003: 'invalid openid',
    40008: 'invalid message type',
    40013: 'invalid appid',
    40029: 'invalid login code',
    40036: 'invalid template_id size',
    40037: 'invalid template_id',
    40038: 'invalid request parameter',
    40039: 'invalid url size',
    40125: 'invalid appsecret',
    40163: 'login code already used',
    40164: 'address is not in the IP whitelist',
    40226: 'login blocked: high-risk user',
    40243: 'appsecret is frozen',
    40249: 'marketing content is forbidden',
    41001: 'access_token missing',
    41002: 'appid missing',
    41004: 'appsecret missing',
    41008: 'login code missing',
    41030: 'invalid page path',
    43002: 'POST required',
    43003: 'HTTPS required',
    43107: 'subscribe messages are banned for the account or template',
    43116: 'template is restricted',
    44002: 'empty body',
    45168: 'text contains sensitive words',
    46004: 'user does not exist',
    47001: 'body cannot be parsed',
    47003: 'template value invalid',
    48001: 'API not authorised for this account',
    48004: 'API banned for this account',
    50002: 'user limited',
    50004: 'token API forbidden',
    50007: 'account frozen',
    61004: 'client address not registered',
    87007: 'session_key does not exist',
    87008: 'invalid sig_method',
    87009: 'invalid session signature',
    89002: 'not bound to an open-platform account',
    89300: 'invalid order',
    89503: 'an administrator has to confirm this address',
    200001: 'template administration refused',
    200002: 'template administration: invalid parameter',
    200014: 'template does not exist',
    200016: 'template administration refused',
    200017: 'template administration refused',
    200018: 'template administration refused',
    200019: 'template administration refused',
    200100: 'template administration refused',
  },
  consent_gone: {
    43004: 'the person does not follow the account',
    43019: 'the account has blacklisted the person',
    43101: 'the person has not consented, or the consent is used up',
    48002: 'the person refuses messages of the account',
  },
  slow_down: {
    43108: 'concurrent messages to one person',
    43117: 'messages too frequent',
    45009: 'daily quota reached',
    45011: 'minute quota reached',
    48006: 'monthly quota of resets reached',
    89506: 'administrator refused this address twice within 24 hours',
    89507: 'administrator refused this address within the hour',
  },
  retry: {
    [-1]: 'system busy',
    40001: 'access_token invalid or not the latest',
    40014: 'access_token invalid',
    42001: 'access_token expired',
  },
};

const KIND_OF = new Map<number, AnsweredKind>(
  (Object.keys(ERROR_CODES) as AnsweredKind[]).flatMap((kind) =>
    Object.keys(ERROR_CODES[kind]).map((code) => [Number(code), kind] as const),
  ),
);

/** Errcodes that a new access token can cure. */
export const TOKEN_REFUSED: ReadonlySet<number> = new Set([40001, 40014, 42001]);

/**
 * What an errcode means for the caller. An unknown one is `retry`: WeChat answered with a refusal, so nothing
 * was sent and a repeat can do no harm.
 */
export function kindOfErrcode(errcode: number): AnsweredKind {
  return KIND_OF.get(errcode) ?? 'retry';
}
