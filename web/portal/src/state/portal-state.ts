import { inject, shallowReactive, type InjectionKey } from 'vue';
import type { SiteView } from '../../../../src/catalogue/catalogue.view.js';
import type { PortalApi } from '../../../../src/portal/render-contract.js';
import type { Loaded } from '../routing/load.js';
import { createAccount, type Account } from './account.js';
import { createKeptProfiles, type KeptProfiles } from './kept-profiles.js';

/** What the server tells the browser, so that hydration starts from exactly what was rendered. */
export interface InitialState {
  site: SiteView;
  signedIn: boolean;
  /** Today in Beijing, YYYY-MM-DD: part of the state because server and browser may disagree around midnight. */
  today: string;
  loaded: Loaded;
  /** The page is only looked at by staff: it asks nothing and knows nothing of whoever sits there. */
  preview?: boolean;
}

/** What every component may know about the page it stands on. */
export interface PortalState extends InitialState {
  /** A navigation is waiting for its data. */
  busy: boolean;
  account: Account;
  profiles: KeptProfiles;
  api: PortalApi;
}

const KEY: InjectionKey<PortalState> = Symbol('portal');

export const portalKey = KEY;

/**
 * Makes the state of one visit (browser) or one request (server). Shallow, because what was loaded is only ever
 * replaced as a whole: watching every field of it would double the cost of rendering.
 */
export function createPortalState(initial: InitialState, api: PortalApi): PortalState {
  const account = createAccount(initial.signedIn);
  return shallowReactive({ ...initial, busy: false, api, account, profiles: createKeptProfiles(account) });
}

/** The state of the running app. */
export function usePortal(): PortalState {
  const state = inject(KEY);
  if (!state) throw new Error('Portal state is only there inside the app');
  return state;
}
