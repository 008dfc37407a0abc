import type { SearchPage } from '../../../../src/search/search.view.js';
import type { PortalApi } from '../../../../src/portal/render-contract.js';
import { loadFrom, type Loaded } from './load.js';
import { pageQuery, type PageLocation } from './page-route.js';

/** How many things a page of a list shows at once. */
export const SHELF_SIZE = 20;

/** A department or topic with its clauses; these are null while the search index is being rebuilt. */
export interface ShelfData<T> {
  owner: T;
  clauses: SearchPage | null;
}

/** Loads the owner of a shelf at `ownerPath` and the page of its clauses that `filter` finds. */
export async function loadShelf<T>(
  api: PortalApi,
  ownerPath: string,
  filter: string,
  location: PageLocation,
): Promise<Loaded<ShelfData<T>>> {
  const listPath = `/search?type=clause&${filter}&${pageQuery(location, SHELF_SIZE)}`;
  const [owner, clauses] = await Promise.all([
    loadFrom<T>(api, ownerPath),
    loadFrom<SearchPage>(api, listPath),
  ]);
  if (owner.kind !== 'data') return owner;
  if (clauses.kind === 'data') return { kind: 'data', data: { owner: owner.data, clauses: clauses.data } };
  const rebuilding = clauses.kind === 'problem' && clauses.problem.status === 503;
  return rebuilding ? { kind: 'data', data: { owner: owner.data, clauses: null } } : clauses;
}
