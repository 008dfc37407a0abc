import { createWebHistory } from 'vue-router';
import './icon.svg?url';
import './styles/index.css';
import { fetchApi } from './api/fetch-api.js';
import { createPortal } from './create-portal.js';
import { followNavigation } from './routing/follow-navigation.js';
import { createPortalState, type InitialState } from './state/portal-state.js';

const data = document.getElementById('page-data')?.textContent;
if (!data) throw new Error('The page came without its data');

const state = createPortalState(JSON.parse(data) as InitialState, fetchApi);
const { app, router } = createPortal(state, createWebHistory());

// The component of this page must be there before hydration compares it with what the server rendered.
void router.isReady().then(() => {
  app.mount('#app');
  followNavigation(router, state);
});
