import { nextTick } from 'vue';
import type { RouteLocationNormalized, Router } from 'vue-router';
import { beijingDay } from '../../../../src/portal/format/beijing-time.js';
import { problemOf } from '../api/problem.js';
import { applyHead, problemHead } from '../document/page-head.js';
import type { PortalState } from '../state/portal-state.js';
import type { Loaded } from './load.js';

/** Answers that take less than this are not announced as loading: a flash of it only disturbs. */
const PATIENCE_MS = 150;

const onlyFiltersChanged = (to: RouteLocationNormalized, from: RouteLocationNormalized): boolean =>
  to.name === 'search' && from.name === 'search' && to.query.page === from.query.page;

/** After another page came up, the keyboard and the screen reader start from its heading. */
function focusHeading(): void {
  const heading = document.querySelector<HTMLElement>('main h1');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus({ preventScroll: true });
}

/** From now on each navigation first loads its data, then shows it together with the new page. */
export function followNavigation(router: Router, state: PortalState): void {
  let next: Loaded | null = null;

  router.beforeResolve(async (to, from) => {
    next = null;
    if (to.path === from.path && to.fullPath.split('#')[0] === from.fullPath.split('#')[0]) return true;
    const timer = setTimeout(() => (state.busy = true), PATIENCE_MS);
    try {
      const loaded = await to.meta.load(state.api, to);
      if (loaded.kind === 'redirect') return loaded.to;
      next = loaded;
      return true;
    } finally {
      clearTimeout(timer);
    }
  });

  router.afterEach(async (to, from, failure) => {
    state.busy = false;
    if (failure || !next) return;
    state.loaded = next;
    state.today = beijingDay(new Date());
    applyHead(
      next.kind === 'problem'
        ? problemHead(next.problem)
        : to.meta.head(next.kind === 'data' ? next.data : null, to),
      state.site,
    );
    await nextTick();
    if (!onlyFiltersChanged(to, from)) focusHeading();
  });

  // A page's program could not be fetched. Online that means a new release: the server renders its page afresh.
  router.onError((_error, to) => {
    state.busy = false;
    if (navigator.onLine) window.location.assign(to.fullPath);
    else state.loaded = { kind: 'problem', problem: { ...problemOf(0), retry: to.fullPath } };
  });
}
