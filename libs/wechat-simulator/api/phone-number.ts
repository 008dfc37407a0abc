import type { SimulatorContext } from '../context.js';
import { phoneNumberOf } from '../state/people.js';
import { checkToken } from './check-token.js';
import { parseObject } from './parse-object.js';
import { Refusal, REFUSALS } from './refusal.js';

/** `POST /wxa/business/getuserphonenumber`. @returns the answer's JSON, or why it is refused */
export function phoneNumber(
  context: SimulatorContext,
  accessToken: unknown,
  rawBody: string,
): string | Refusal {
  const app = checkToken(context, accessToken, 'mini_program');
  if (app instanceof Refusal) return app;
  const body = parseObject(rawBody);
  if (body instanceof Refusal) return body;
  const { state, now } = context;
  const given = typeof body.code === 'string' ? state.phoneCodes.redeem(body.code) : 'invalid';
  // The page of this API knows one error for codes: a used one is as wrong as one that never was.
  if (given === 'invalid' || given === 'used') return REFUSALS.code;
  const person = state.people.byOpenid(given.openid);
  if (person?.appId !== app.appId) return REFUSALS.code;
  const number = phoneNumberOf(person.id);
  return JSON.stringify({
    errcode: 0,
    errmsg: 'ok',
    phone_info: {
      phoneNumber: number,
      purePhoneNumber: number,
      countryCode: '86',
      watermark: { timestamp: Math.floor(now() / 1000), appid: app.appId },
    },
  });
}
