import type { SimulatorContext } from '../context.js';
import { Problem } from '../problem.js';

const LONGEST = 2048;

/**
 * The page that a log-in or a consent request may lead back to.
 *
 * @throws Problem 400 when its origin is not one of `returnTo`: a code sent elsewhere would be a stolen log-in
 */
export function checkedReturnUrl({ options }: SimulatorContext, redirectUri: string | null): URL {
  const url = URL.canParse(redirectUri ?? '') ? new URL(redirectUri ?? '') : undefined;
  const web = url?.protocol === 'http:' || url?.protocol === 'https:';
  if (url === undefined || !web || (redirectUri ?? '').length > LONGEST) {
    throw new Problem(400, '缺少可用的回跳地址（redirect_uri），请从网站重新打开。');
  }
  if (!(options.returnTo ?? []).includes(url.origin)) {
    throw new Problem(400, `回跳地址 ${url.origin} 不在允许的网站里，请在模拟器的 returnTo 里加上它。`);
  }
  return url;
}

/** The address with parameters added. */
export function returnWith(url: URL, parameters: Readonly<Record<string, string>>): string {
  const target = new URL(url);
  Object.entries(parameters).forEach(([name, value]) => target.searchParams.set(name, value));
  return target.href;
}
