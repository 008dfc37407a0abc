import type { CheckedMessage } from '../platform/platform.js';
import type { SimulatorApp, SimulatorTemplate } from '../simulator-options.js';
import { argumentInvalid, Refusal, REFUSALS } from './refusal.js';
import { suits } from './value-limits.js';

type Body = Readonly<Record<string, unknown>>;

const STATES = ['developer', 'trial', 'formal'];
const LANGUAGES = ['zh_CN', 'en_US', 'zh_HK', 'zh_TW'];

/**
 * Checks the body of subscribeMessage.send, except for consent.
 *
 * @param knows whether the openid is one of this app's
 */
export function checkMessage(
  app: SimulatorApp,
  body: Body,
  knows: (openid: string) => boolean,
): CheckedMessage | Refusal {
  const { touser, template_id: templateId, page, miniprogram_state: state, lang } = body;
  if (typeof touser !== 'string' || !knows(touser)) return REFUSALS.openid;
  const template = app.templates.find(({ id }) => id === templateId);
  if (template === undefined) return REFUSALS.templateId;
  if (page !== undefined && !isPage(page)) return REFUSALS.page;
  if (state !== undefined && !STATES.includes(String(state)))
    return argumentInvalid('miniprogram_state', 'invalid');
  if (lang !== undefined && !LANGUAGES.includes(String(lang))) return argumentInvalid('lang', 'invalid');
  const data = checkData(template, body.data);
  if (data instanceof Refusal) return data;
  return { app, openid: touser, template, page: page === undefined || page === '' ? null : page, data };
}

/** A page of the mini program itself: a relative path, a query allowed. */
function isPage(page: unknown): page is string {
  return typeof page === 'string' && page.length <= 1024 && !/^[a-z][a-z0-9+.-]*:|^\/\/|\p{Cc}/iu.test(page);
}

/** The keys must be the template's, no fewer and no more. */
function checkData({ keys }: SimulatorTemplate, data: unknown): Record<string, string> | Refusal {
  if (!isObject(data)) return argumentInvalid('data', 'is emtpy');
  const known = new Set(keys.map(({ key }) => key));
  const extra = Object.keys(data).find((key) => !known.has(key));
  if (extra !== undefined) return argumentInvalid(`data.${extra.slice(0, 32)}`, 'invalid');
  const values: Record<string, string> = {};
  for (const { key } of keys) {
    const entry = data[key];
    const value = isObject(entry) ? entry.value : undefined;
    if (value === undefined || value === '') return argumentInvalid(`data.${key}.value`, 'is emtpy');
    if (typeof value !== 'string' || !suits(key, value))
      return argumentInvalid(`data.${key}.value`, 'invalid');
    values[key] = value;
  }
  return values;
}

function isObject(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
