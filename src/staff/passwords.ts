import { hash, verify } from '@node-rs/argon2';
import { isCommonPassword } from './common-passwords.js';

/** Memory, passes and lanes as OWASP's Password Storage Cheat Sheet recommends; Argon2id is the package's default. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const PASSWORD_MIN = 10;
/** More would only cost time. */
export const PASSWORD_MAX = 200;
/** What must be left of a password besides the person's own name. */
const BESIDES_NAME = 5;

/** The same letters typed on another keyboard or input method are the same password. */
const normalise = (password: string): string => password.normalize('NFKC');

function isMostlyName(password: string, username: string): boolean {
  if (username.length < 3 || !password.includes(username)) return false;
  return [...password.replaceAll(username, '')].length < BESIDES_NAME;
}

/**
 * Why a new password is refused, in words for people; null where it is good. Long enough, not one that everybody tries
 * first, not the own name; nothing about kinds of characters (NIST SP 800-63B, 3.1.1.2).
 */
export function passwordFault(password: string, username = ''): string | null {
  const text = normalise(password);
  const length = [...text].length;
  if (length < PASSWORD_MIN) return `密码至少 ${PASSWORD_MIN} 个字符，请换一个更长的`;
  if (length > PASSWORD_MAX) return `密码最多 ${PASSWORD_MAX} 个字符，请换一个短一些的`;
  if (isCommonPassword(text)) return '这个密码太常见，很容易被猜到，请换一个，比如几个不相关的词';
  return isMostlyName(text.toLowerCase(), username) ? '密码不能就是用户名加几个字符，请换一个' : null;
}

export const hashPassword = (password: string): Promise<string> => hash(normalise(password), COST);

export const verifyPassword = (passwordHash: string, password: string): Promise<boolean> =>
  verify(passwordHash, normalise(password));
