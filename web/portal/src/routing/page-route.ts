import type { Component } from 'vue';
import type { RouteLocationNormalized, RouteRecordRaw } from 'vue-router';
import type { PortalApi } from '../../../../src/portal/render-contract.js';
import type { PageHead } from '../document/page-head.js';
import { nothingToLoad, type Loaded } from './load.js';

/** Where a page stands: all that loading and naming it may depend on. */
export type PageLocation = Pick<RouteLocationNormalized, 'fullPath' | 'params' | 'query' | 'path'>;

/** One page: its address, what it needs from the API, what it is called, and how it looks. */
interface PageDefinition<T> {
  path: string;
  name: string;
  /** The component takes the loaded data as its prop `data`. */
  component: () => Promise<{ default: Component }>;
  load?: (api: PortalApi, location: PageLocation) => Promise<Loaded<T>>;
  head: (data: T, location: PageLocation) => PageHead;
}

declare module 'vue-router' {
  interface RouteMeta {
    load: (api: PortalApi, location: PageLocation) => Promise<Loaded>;
    head: (data: unknown, location: PageLocation) => PageHead;
  }
}

/**
 * Makes a route of a page. Here the data's type is forgotten and given back: what `load` answered is what `head`
 * and the component get, so the two sides agree by construction.
 */
export function page<T>({ path, name, component, load, head }: PageDefinition<T>): RouteRecordRaw {
  return {
    path,
    name,
    component,
    meta: {
      load: load ?? nothingToLoad,
      head: (data, location) => head(data as T, location),
    },
  };
}

/** A path parameter as text. */
export function param(location: PageLocation, name: string): string {
  const value = location.params[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

/** A query parameter as text, the first where it is repeated; empty when absent. */
export function queryText(location: PageLocation, name: string): string {
  const value = location.query[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

/** `?page=` for a list's path, passed on as it is so that the API judges it; pages hold `size` items. */
export function pageQuery(location: PageLocation, size: number): string {
  const params = new URLSearchParams({ pageSize: String(size) });
  const number = queryText(location, 'page');
  if (number) params.set('page', number);
  return params.toString();
}
