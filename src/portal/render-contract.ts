import type { SiteView } from '../catalogue/catalogue.view.js';

/** An answer of the API, with its JSON already read. */
export interface ApiAnswer {
  status: number;
  body: unknown;
}

/** Reads the API: inside the process when the server renders, over HTTP in the browser. Paths begin with /. */
export interface PortalApi {
  /** `path` is relative to /api/v1, e.g. /clauses/hrss-c01. Rejects only when no answer came at all. */
  get(path: string): Promise<ApiAnswer>;
}

/** What the server hands over for one page. */
export interface RenderInput {
  /** Path and query of the page. */
  url: string;
  api: PortalApi;
  site: SiteView;
  /** Whether the browser sent a session; the page asks the API whether it is still good. */
  cookies?: { signedIn: boolean };
}

/** A whole document with its HTTP status, or a redirect when `location` is set (then `html` is empty). */
export interface RenderResult {
  status: number;
  html: string;
  location?: string;
}

/** What the server build of the web pages (dist/web/portal/server/entry-server.js) exports. */
export interface PortalServerEntry {
  render(input: RenderInput): Promise<RenderResult>;
}
