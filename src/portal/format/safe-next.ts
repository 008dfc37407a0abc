/** Only there to resolve paths against; a result on another host is thrown away. */
const ANY_ORIGIN = 'http://same-site.invalid';

/**
 * Where to go after signing in: `next` if it is a path of this site, otherwise `fallback`.
 * Refuses everything a browser could read as another host (//host, /\host, https:…), because an open redirect
 * behind a government sign-in page is what phishing asks for.
 */
export function safeNextPath(next: string | null | undefined, fallback = '/'): string {
  if (!next || !next.startsWith('/') || /[\\\p{Cc}]/u.test(next)) return fallback;
  if (!URL.canParse(next, ANY_ORIGIN)) return fallback;
  const url = new URL(next, ANY_ORIGIN);
  if (url.origin !== ANY_ORIGIN || url.pathname.startsWith('//')) return fallback;
  if (url.pathname === '/login' || url.pathname.startsWith('/api/')) return fallback;
  return url.pathname + url.search + url.hash;
}
