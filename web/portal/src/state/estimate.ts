import type { EstimateView } from '../../../../src/subscriptions/subscription.view.js';
import { fetchApi } from '../api/fetch-api.js';
import { isOk } from '../api/problem.js';
import type { SavedSearch, TargetAddress } from './account.js';

/** More topics than a search can be narrowed to: what they bring is many in any case. */
const MOST_TOPICS = 20;

/** The estimate for one topic, department or policy. */
export const estimateOf = ({ folder, code }: TargetAddress): string =>
  `${folder}/${encodeURIComponent(code)}`;

/** The estimate for a search. */
export function estimateOfSearch({ q, ...filters }: SavedSearch): string {
  const query = new URLSearchParams(q === '' ? {} : { q });
  for (const [name, values] of Object.entries(filters)) values.forEach((value) => query.append(name, value));
  return `search?${query}`;
}

/** The estimate for several topics together: what any of them brings. */
export const estimateOfTopics = (codes: readonly string[]): string =>
  estimateOfSearch({ q: '', topic: codes.slice(0, MOST_TOPICS) });

/** Asks what a subscription would bring; null where the API does not say: a warning is no reason to stop anybody. */
export async function askEstimate(path: string): Promise<EstimateView | null> {
  const answer = await fetchApi.get(`/me/subscriptions/estimate/${path}`).catch(() => null);
  return answer && isOk(answer) ? (answer.body as EstimateView) : null;
}
