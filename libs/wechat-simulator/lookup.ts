import type { SimulatorContext } from './context.js';
import type { SimulatorApp, SimulatorTemplate } from './simulator-options.js';
import { Problem } from './problem.js';
import type { Identity } from './state/people.js';

/** The app with an appid. @throws Problem 404 */
export function getApp({ apps }: SimulatorContext, appId: string): SimulatorApp {
  const app = apps.get(appId);
  if (app === undefined) throw new Problem(404, '没有这个小程序，请检查 appid。');
  return app;
}

/** The person behind an openid, and the app that knows them by it. @throws Problem 404 */
export function getPhone(
  context: SimulatorContext,
  openid: string,
): { identity: Identity; app: SimulatorApp } {
  const identity = context.state.people.byOpenid(openid);
  const app = identity === undefined ? undefined : context.apps.get(identity.appId);
  if (identity === undefined || app === undefined) throw new Problem(404, '没有这部手机，请重新选择。');
  return { identity, app };
}

/** A template of an app. @throws Problem 404 */
export function getTemplate(app: SimulatorApp, id: string): SimulatorTemplate {
  const template = app.templates.find((one) => one.id === id);
  if (template === undefined) throw new Problem(404, '没有这个消息模板，请检查模板编号。');
  return template;
}
