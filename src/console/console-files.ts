import { fileURLToPath } from 'node:url';

/** Where the build of the console lies, seen from the compiled server: dist/web/console/. */
const BUILD = new URL('../../web/console/', import.meta.url);

/** The one page of the console; everything else is drawn in the browser. */
export const CONSOLE_PAGE = fileURLToPath(new URL('index.html', BUILD));

/** The folder of files for the browser, whose names carry a hash of their content. */
export const CONSOLE_ASSETS = fileURLToPath(new URL('assets/', BUILD));
