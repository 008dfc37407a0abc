import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** The header by which the pages' own calls of the API are known. */
export const INTERNAL_CALL_HEADER = 'x-portal-call';

/** Known to this process only and never sent anywhere, so that nobody outside can claim to be a page. */
export const INTERNAL_CALL_TOKEN = randomBytes(24).toString('base64url');

/**
 * Whether a request is a page of this process asking the API. Such calls are counted and logged once already,
 * as the request for the page.
 */
export const isInternalCall = (headers: IncomingHttpHeaders): boolean =>
  headers[INTERNAL_CALL_HEADER] === INTERNAL_CALL_TOKEN;
