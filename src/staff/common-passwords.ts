import { createRequire } from 'node:module';

interface CommonPasswords {
  test(password: string): boolean;
}

/** What people in China choose that the list below does not have. */
const ALSO_COMMON =
  /^(woaini|5201314|1314520|zhongguo|zhengce|admin|root|test|password|passw0rd|qwe|abc|asd)[0-9!@#.]*$/;

const load = createRequire(import.meta.url);
let list: CommonPasswords | undefined;

/** Whether a password is among the million most often used (Mozilla's list of leaked ones), in any case. */
export function isCommonPassword(password: string): boolean {
  // Loaded when a password is chosen, which is seldom: it takes a moment.
  list ??= load('fxa-common-password-list') as CommonPasswords;
  const lower = password.toLowerCase();
  return list.test(lower) || list.test(password) || ALSO_COMMON.test(lower) || /^(.{1,4})\1+$/u.test(lower);
}
