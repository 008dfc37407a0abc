import type { PortalApi } from '../../../../src/portal/render-contract.js';
import { detailOf, isOk, problemOf, type PageProblem } from '../api/problem.js';

/** What loading a page came to. `data` has the type that the page's component takes. */
export type Loaded<T = unknown> =
  { kind: 'data'; data: T } | { kind: 'problem'; problem: PageProblem } | { kind: 'redirect'; to: string };

/** A page that needs nothing from the API. */
export const nothingToLoad = async (): Promise<Loaded<null>> => ({ kind: 'data', data: null });

/**
 * Reads one path of the API; anything but success becomes a problem, no answer at all one with status 0.
 * The type of the body is the API's contract: the views in src/ are the same classes that the server answers.
 */
export async function loadFrom<T>(api: PortalApi, path: string): Promise<Loaded<T>> {
  try {
    const answer = await api.get(path);
    if (isOk(answer)) return { kind: 'data', data: answer.body as T };
    return { kind: 'problem', problem: problemOf(answer.status, detailOf(answer)) };
  } catch {
    return { kind: 'problem', problem: problemOf(0) };
  }
}

/** Loads several paths at once; the first problem stands for all. */
export async function loadAll<T extends Record<string, unknown>>(
  api: PortalApi,
  paths: { [K in keyof T]: string },
): Promise<Loaded<T>> {
  const keys: (keyof T)[] = Object.keys(paths);
  const parts = await Promise.all(keys.map((key) => loadFrom<T[keyof T]>(api, paths[key])));
  const data: Partial<T> = {};
  for (const [index, part] of parts.entries()) {
    const key = keys[index];
    if (part.kind !== 'data') return part;
    if (key !== undefined) data[key] = part.data;
  }
  return { kind: 'data', data: data as T };
}

/** Like `loadFrom` for what only a signed-in person may see: sends everybody else to the sign-in page. */
export async function loadPersonal<T>(api: PortalApi, path: string, here: string): Promise<Loaded<T>> {
  const loaded = await loadFrom<T>(api, path);
  const mustSignIn = loaded.kind === 'problem' && loaded.problem.status === 401;
  return mustSignIn ? { kind: 'redirect', to: `/login?next=${encodeURIComponent(here)}` } : loaded;
}
