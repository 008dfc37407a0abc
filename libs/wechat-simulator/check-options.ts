import { VALUE_TYPES } from './api/value-limits.js';
import type { SimulatorApp, SimulatorOptions } from './simulator-options.js';

/** Refuses a set-up that WeChat's administration pages would not have let pass. @throws Error naming the fault */
export function checkOptions(options: SimulatorOptions): void {
  const ids = options.apps.map((app) => app.appId);
  if (new Set(ids).size !== ids.length) throw new Error('two apps have the same appId');
  options.apps.forEach(checkApp);
  for (const origin of options.returnTo ?? []) {
    if (new URL(origin).origin !== origin) throw new Error(`returnTo: "${origin}" is not an origin`);
  }
}

function checkApp({ appId, kind, originalId, templates, callback }: SimulatorApp): void {
  if (!originalId.startsWith('gh_')) throw new Error(`${appId}: originalId must start with gh_`);
  const ids = templates.map((template) => template.id);
  if (new Set(ids).size !== ids.length) throw new Error(`${appId}: two templates have the same id`);
  for (const { id, keys } of templates) {
    // The id ends up in comma-separated lists of links.
    if (!/^[\w-]{1,64}$/.test(id)) throw new Error(`${appId}: "${id}" is not a template id`);
    if (keys.length < 1 || keys.length > 5) throw new Error(`${appId}: ${id} must have 1 to 5 keys`);
    const odd = keys.find(
      ({ key }) => !/^[a-z_]+\d+$/.test(key) || !VALUE_TYPES.has(key.replace(/\d+$/, '')),
    );
    if (odd !== undefined) throw new Error(`${appId}: ${id} has the unknown key ${odd.key}`);
  }
  if (kind === 'official_account' && callback?.format === 'json') {
    throw new Error(`${appId}: official accounts get their events in XML only`);
  }
  if (callback?.mode === 'safe' && !/^[A-Za-z0-9+/]{43}$/.test(callback.encodingAesKey ?? '')) {
    throw new Error(`${appId}: safe mode needs an encodingAesKey of 43 characters`);
  }
}
