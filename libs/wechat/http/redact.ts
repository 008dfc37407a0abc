const LONGEST = 300;

/**
 * Text of a stranger made fit for an error: known secrets removed, control characters removed, at most 300
 * characters. WeChat and gateways have been seen to echo the request line, which carries the access token.
 */
export function redact(text: string, secrets: readonly string[]): string {
  let safe = text;
  for (const secret of secrets) {
    if (secret === '') continue;
    safe = safe.replaceAll(secret, '***').replaceAll(encodeURIComponent(secret), '***');
  }
  return safe
    .replace(/((?:access_token|secret|js_code|session_key)["']?\s*[=:]\s*["']?)[^&"'\s,}]+/gi, '$1***')
    .replace(/\p{Cc}+/gu, ' ')
    .slice(0, LONGEST);
}
