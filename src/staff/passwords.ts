import { hash, verify } from '@node-rs/argon2';

/** Memory, passes and lanes as OWASP's Password Storage Cheat Sheet recommends; Argon2id is the package's default. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const PASSWORD_MIN = 10;
/** More would only cost time. */
export const PASSWORD_MAX = 200;

/** The same letters typed on another keyboard or input method are the same password. */
const normalise = (password: string): string => password.normalize('NFKC');

/** Why a new password is refused, in words for people; null where it is good. */
export function passwordFault(password: string): string | null {
  const length = [...normalise(password)].length;
  if (length < PASSWORD_MIN) return `密码至少 ${PASSWORD_MIN} 个字符，请换一个更长的`;
  return length > PASSWORD_MAX ? `密码最多 ${PASSWORD_MAX} 个字符，请换一个短一些的` : null;
}

export const hashPassword = (password: string): Promise<string> => hash(normalise(password), COST);

export const verifyPassword = (passwordHash: string, password: string): Promise<boolean> =>
  verify(passwordHash, normalise(password));
