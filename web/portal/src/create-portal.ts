import { createSSRApp, type App as VueApp } from 'vue';
import { createRouter, type Router, type RouterHistory } from 'vue-router';
import App from './app.vue';
import { portalKey, type PortalState } from './state/portal-state.js';
import { routes } from './routing/routes.js';

/** The app and its router, the same for the server and the browser. */
export function createPortal(state: PortalState, history: RouterHistory): { app: VueApp; router: Router } {
  const router = createRouter({
    history,
    routes,
    scrollBehavior(to, from, saved) {
      if (saved) return saved;
      if (to.hash) return { el: to.hash, top: 12 };
      // Only the filters changed: the person is still choosing and must not lose the place.
      if (to.name === 'search' && from.name === 'search' && to.query.page === from.query.page) return false;
      return { top: 0 };
    },
  });
  const app = createSSRApp(App);
  app.provide(portalKey, state);
  app.use(router);
  return { app, router };
}
