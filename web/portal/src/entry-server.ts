import { createMemoryHistory, type RouteLocationNormalizedLoaded } from 'vue-router';
import { renderToString, type SSRContext } from 'vue/server-renderer';
import { beijingDay } from '../../../src/portal/format/beijing-time.js';
import type { RenderInput, RenderResult } from '../../../src/portal/render-contract.js';
import { createPortal } from './create-portal.js';
import { pageAssets } from './document/page-assets.js';
import { problemHead, type PageHead } from './document/page-head.js';
import { renderDocument } from './document/render-document.js';
import type { Loaded } from './routing/load.js';
import { createPortalState, type InitialState } from './state/portal-state.js';

function headOf(loaded: Loaded, route: RouteLocationNormalizedLoaded): PageHead {
  if (loaded.kind === 'problem') return problemHead(loaded.problem);
  return route.meta.head(loaded.kind === 'data' ? loaded.data : null, route);
}

const statusOf = (loaded: Loaded): number => {
  if (loaded.kind !== 'problem') return 200;
  return loaded.problem.status === 0 ? 503 : loaded.problem.status;
};

/** Renders one page. Rejects only on defects; whatever the API answers becomes a page with its status. */
export async function render({ url, api, site, cookies }: RenderInput): Promise<RenderResult> {
  const initial: InitialState = {
    site,
    signedIn: cookies?.signedIn ?? false,
    today: beijingDay(new Date()),
    loaded: { kind: 'data', data: null },
  };
  const state = createPortalState(initial, api);
  const { app, router } = createPortal(state, createMemoryHistory());
  await router.push(url);
  const route = router.currentRoute.value;
  const loaded = await route.meta.load(api, route);
  if (loaded.kind === 'redirect') return { status: 302, html: '', location: loaded.to };
  initial.loaded = loaded;
  state.loaded = loaded;
  const context: SSRContext & { modules?: Set<string> } = {};
  const html = await renderToString(app, context);
  const head = headOf(loaded, route);
  const assets = pageAssets(context.modules ?? []);
  return {
    status: statusOf(loaded),
    html: renderDocument({ head, site, assets, app: html, state: initial }),
  };
}
