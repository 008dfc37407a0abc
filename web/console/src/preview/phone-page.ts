import { createApp, h, shallowRef } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import type { SiteView } from '../../../../src/catalogue/catalogue.view.js';
import { beijingDay } from '../../../../src/portal/format/beijing-time.js';
import ClausePage from '../../../portal/src/pages/clause-page.vue';
import InterpretationPage from '../../../portal/src/pages/interpretation-page.vue';
import PolicyPage from '../../../portal/src/pages/policy-page.vue';
import { drawingKey } from '../../../portal/src/state/drawing.js';
import { createPortalState, portalKey } from '../../../portal/src/state/portal-state.js';
import portalStyles from '../../../portal/src/styles/index.css?inline';
import { renderFlowchart } from '../../../../libs/flowchart/index.js';
import type { DraftPreview } from '../api/review-views.js';
import { pictureOf } from '../editing/flowchart-drawing.js';

/** The page of the portal inside a frame. */
export interface PhonePage {
  show(preview: DraftPreview): void;
  close(): void;
}

const SITE: SiteView = {
  name: '政策超市',
  publicUrl: '',
  demonstration: false,
  loginUrl: null,
  consentUrl: null,
  phoneUrl: null,
  officialAccount: null,
  sms: false,
  templateIds: [],
};

/** Nothing of a preview asks the API or leaves the page: what it shows is handed in. */
const SILENT = { get: () => Promise.reject(new Error('A preview asks nothing')) };

function drawn({ clause, policy, interpretation }: DraftPreview) {
  if (clause) return h(ClausePage, { data: clause });
  if (policy) return h(PolicyPage, { data: policy });
  return interpretation ? h(InterpretationPage, { data: interpretation }) : null;
}

/** Shows a draft with the portal's own components and styles in the empty document of a frame. */
export function openPhonePage(inside: Document, preview: DraftPreview): PhonePage {
  const shown = shallowRef(preview);
  inside.documentElement.lang = 'zh-CN';
  inside.title = '预览';
  const style = inside.createElement('style');
  style.textContent = portalStyles;
  inside.head.append(style);
  const root = inside.createElement('main');
  inside.body.append(root);
  // A press shows nothing else: the page is here to be read.
  for (const kind of ['click', 'submit']) {
    inside.addEventListener(
      kind,
      (event) => {
        event.preventDefault();
        event.stopPropagation();
      },
      true,
    );
  }
  const app = createApp({ render: () => drawn(shown.value) });
  const nowhere = { path: '/:rest(.*)*', component: { render: () => null } };
  app.use(createRouter({ history: createMemoryHistory(), routes: [nowhere] }));
  const state = { site: SITE, signedIn: false, today: beijingDay(new Date()), preview: true };
  app.provide(portalKey, createPortalState({ ...state, loaded: { kind: 'data', data: null } }, SILENT));
  // The picture that the API draws is that of the public version.
  app.provide(drawingKey, ({ title, steps, timeLimitDays }) =>
    pictureOf(renderFlowchart({ title, steps, totalDays: timeLimitDays ?? undefined })),
  );
  app.mount(root);
  return {
    show: (next) => (shown.value = next),
    close: () => app.unmount(),
  };
}
