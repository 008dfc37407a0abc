import type { SimulatorContext } from '../context.js';
import { DAY_MS } from '../state/quotas.js';
import { checkMessage } from './check-message.js';
import { checkToken } from './check-token.js';
import { parseObject } from './parse-object.js';
import { Refusal, REFUSALS } from './refusal.js';

/** `POST /cgi-bin/message/subscribe/send`. @returns the answer's JSON, or why it is refused */
export function send(context: SimulatorContext, accessToken: unknown, rawBody: string): string | Refusal {
  const { state, platform, options } = context;
  const app = checkToken(context, accessToken, 'mini_program');
  if (app instanceof Refusal) return app;
  const body = parseObject(rawBody);
  if (body instanceof Refusal) return body;
  const knows = (openid: string) => state.people.byOpenid(openid)?.appId === app.appId;
  const message = checkMessage(app, body, knows);
  if (message instanceof Refusal) return message;
  const quota = options.dailySendQuota ?? 10_000_000;
  if (!state.quotas.take(`send:${app.appId}`, DAY_MS, quota)) return REFUSALS.dayQuota;
  const msgId = platform.deliver(message);
  // Written by hand: the number has more digits than a JavaScript number keeps.
  return msgId === undefined ? REFUSALS.noConsent : `{"errcode":0,"errmsg":"ok","msgid":${msgId}}`;
}
