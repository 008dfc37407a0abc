import { randomBytes } from 'node:crypto';

/** Why a call is refused: WeChat's number and text, without the rid. */
export class Refusal {
  constructor(
    readonly errcode: number,
    readonly errmsg: string,
  ) {}
}

const TOKEN_TEXT =
  'invalid credential, access_token is invalid or not latest, could get access_token by getStableAccessToken, more details at https://mmbizurl.cn/s/JtxxFh33r';

/** Refusals with their texts as seen in official pages and in answers people have quoted. */
export const REFUSALS = {
  tokenInvalid: new Refusal(40001, TOKEN_TEXT),
  grantType: new Refusal(40002, 'invalid grant_type'),
  openid: new Refusal(40003, 'invalid openid'),
  appId: new Refusal(40013, 'invalid appid'),
  code: new Refusal(40029, 'invalid code,'),
  templateId: new Refusal(40037, 'invalid template_id'),
  url: new Refusal(40039, 'invalid url size'),
  secret: new Refusal(40125, 'invalid appsecret'),
  codeUsed: new Refusal(40163, 'code been used,'),
  tokenMissing: new Refusal(41001, 'access_token missing'),
  appIdMissing: new Refusal(41002, 'appid missing'),
  secretMissing: new Refusal(41004, 'appsecret missing'),
  codeMissing: new Refusal(41008, 'missing code'),
  page: new Refusal(41030, 'invalid page'),
  tokenExpired: new Refusal(42001, 'access_token expired'),
  postRequired: new Refusal(43002, 'require POST method'),
  notFollowing: new Refusal(43004, 'require subscribe'),
  noConsent: new Refusal(43101, 'user refuse to accept the msg'),
  emptyBody: new Refusal(44002, 'empty post data'),
  dayQuota: new Refusal(45009, 'reach max api daily quota limit'),
  minuteQuota: new Refusal(45011, 'api minute-quota reach limit  mustslower  retry next minute'),
  format: new Refusal(47001, 'data format error'),
  unauthorized: new Refusal(48001, 'api unauthorized'),
} as const;

/** 47003 for one value; WeChat really spells it "emtpy". */
export function argumentInvalid(field: string, problem: 'invalid' | 'is emtpy'): Refusal {
  return new Refusal(47003, `argument invalid! ${field} ${problem}`);
}

/** The JSON of a refusal. The rid is `time-random-random` in hex, like WeChat's. @param now milliseconds since 1970 */
export function refusalJson({ errcode, errmsg }: Refusal, now: number): string {
  const seconds = Math.floor(now / 1000).toString(16);
  const rid = `${seconds}-${randomBytes(4).toString('hex')}-${randomBytes(4).toString('hex')}`;
  return JSON.stringify({ errcode, errmsg: `${errmsg} rid: ${rid}` });
}
