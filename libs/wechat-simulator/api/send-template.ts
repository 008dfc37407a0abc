import type { SimulatorContext } from '../context.js';
import type { CheckedTemplateMessage } from '../platform/platform.js';
import type { SimulatorApp, SimulatorTemplate } from '../simulator-options.js';
import { DAY_MS } from '../state/quotas.js';
import { checkToken } from './check-token.js';
import { parseObject } from './parse-object.js';
import { Refusal, REFUSALS } from './refusal.js';
import { suits } from './value-limits.js';

type Body = Readonly<Record<string, unknown>>;

const LONGEST_URL = 1024;
const LONGEST_CLIENT_ID = 32;

/** `POST /cgi-bin/message/template/send`. @returns the answer's JSON, or why it is refused */
export function sendTemplate(
  context: SimulatorContext,
  accessToken: unknown,
  rawBody: string,
): string | Refusal {
  const { state, platform, options } = context;
  const app = checkToken(context, accessToken, 'official_account');
  if (app instanceof Refusal) return app;
  const body = parseObject(rawBody);
  if (body instanceof Refusal) return body;
  const message = check(context, app, body);
  if (message instanceof Refusal) return message;
  const quota = options.dailyTemplateQuota ?? 100_000;
  if (!state.quotas.take(`template:${app.appId}`, DAY_MS, quota)) return REFUSALS.dayQuota;
  const msgId = platform.deliverTemplate(message);
  // Written by hand: the number has more digits than a JavaScript number keeps.
  return `{"errcode":0,"errmsg":"ok","msgid":${msgId}}`;
}

function check({ state }: SimulatorContext, app: SimulatorApp, body: Body): CheckedTemplateMessage | Refusal {
  const { touser, template_id: templateId, url, client_msg_id: clientMessageId } = body;
  if (typeof touser !== 'string' || state.people.byOpenid(touser)?.appId !== app.appId)
    return REFUSALS.openid;
  const template = app.templates.find(({ id }) => id === templateId);
  if (template === undefined) return REFUSALS.templateId;
  if (url !== undefined && (typeof url !== 'string' || url.length > LONGEST_URL)) return REFUSALS.url;
  if (clientMessageId !== undefined && !isClientId(clientMessageId)) return REFUSALS.format;
  const data = checkData(template, body.data);
  if (data instanceof Refusal) return data;
  if (!state.followers.has(touser)) return REFUSALS.notFollowing;
  if (state.consents.isSwitchedOff(touser, template.id)) return REFUSALS.noConsent;
  return {
    app,
    openid: touser,
    template,
    url: url === undefined || url === '' ? null : url,
    data,
    clientMessageId,
  };
}

const isClientId = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= LONGEST_CLIENT_ID;

/** The keys must be the template's, no fewer and no more; the text of the refusal is another than for subscribe messages. */
function checkData({ keys }: SimulatorTemplate, data: unknown): Record<string, string> | Refusal {
  const given = typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
  const known = new Set(keys.map(({ key }) => key));
  const odd = Object.keys(given).find((key) => !known.has(key));
  if (odd !== undefined) return dataInvalid(odd);
  const values: Record<string, string> = {};
  for (const { key } of keys) {
    const { value } = (given[key] ?? {}) as { value?: unknown };
    if (typeof value !== 'string' || value === '' || !suits(key, value)) return dataInvalid(key);
    values[key] = value;
  }
  return values;
}

const dataInvalid = (key: string): Refusal => new Refusal(47003, `${key.slice(0, 32)}.DATA is invalid`);
