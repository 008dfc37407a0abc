import { fileURLToPath } from 'node:url';

/** Where the build of the web pages lies, seen from the compiled server: dist/web/portal/. */
const BUILD = new URL('../../web/portal/', import.meta.url);

/** The module that renders pages. */
export const SERVER_ENTRY = new URL('server/entry-server.js', BUILD).href;

/** The folder of files for the browser, whose names carry a hash of their content. */
export const ASSETS_FOLDER = fileURLToPath(new URL('client/assets/', BUILD));
