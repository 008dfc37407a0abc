import type { SimulatorContext } from '../context.js';
import { getApp, getPhone, getTemplate } from '../lookup.js';
import { Problem } from '../problem.js';
import type { SimulatorApp, SimulatorTemplate } from '../simulator-options.js';
import type { Identity } from '../state/people.js';
import { stateOf } from './form.js';
import { checkedReturnUrl } from './return-url.js';

/** Newest pages of WeChat allow 5 templates a request, older ones 3; the lower number suits both. */
const MOST_TEMPLATES = 3;

/** A web site asks whether it may send messages. */
export interface ConsentRequest {
  app: SimulatorApp;
  templates: SimulatorTemplate[];
  returnUrl: URL;
  state: string;
  /** The person, where the request names an openid. */
  person: Identity | undefined;
  /** The request again, as parameters. */
  carried: Record<string, string>;
}

/**
 * Reads and checks a consent request with the rules of wx.requestSubscribeMessage.
 *
 * @throws Problem 400 or 404, quoting WeChat's error number where it has one
 */
export function readConsentRequest(context: SimulatorContext, parameters: URLSearchParams): ConsentRequest {
  const app = getApp(context, parameters.get('app_id') ?? '');
  const returnUrl = checkedReturnUrl(context, parameters.get('redirect_uri'));
  const ids = new Set((parameters.get('template_ids') ?? '').split(',').filter((id) => id !== ''));
  if (ids.size === 0) throw new Problem(400, '没有指定消息模板（template_ids，错误 20001）。');
  if (ids.size > MOST_TEMPLATES) throw new Problem(400, '一次最多申请 3 个消息模板（错误 20003）。');
  const templates = [...ids].map((id) => getTemplate(app, id));
  if (new Set(templates.map(({ kind }) => kind)).size > 1) {
    throw new Problem(400, '一次性和长期的消息模板不能一起申请（错误 20002）。');
  }
  const openid = parameters.get('openid') ?? '';
  const person = openid === '' ? undefined : getPhone(context, openid).identity;
  if (person !== undefined && person.appId !== app.appId) {
    throw new Problem(400, '这个 openid 不属于这个小程序。');
  }
  const state = stateOf(parameters);
  return {
    app,
    templates: withoutSameTitles(templates),
    returnUrl,
    state,
    person,
    carried: { app_id: app.appId, template_ids: [...ids].join(','), redirect_uri: returnUrl.href, state },
  };
}

/** WeChat shows only the first of several templates with one title (`filter`). */
function withoutSameTitles(templates: SimulatorTemplate[]): SimulatorTemplate[] {
  return templates.filter(
    ({ title }, index) => templates.findIndex((other) => other.title === title) === index,
  );
}
