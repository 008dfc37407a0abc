import { env } from 'node:process';

/**
 * Takes the password of a new administrator out of the environment (ADMIN_PASSWORD), for machines where nobody sits
 * at a terminal. It is no setting: it is used once, has no default, and child processes shall not inherit it.
 */
export function takeAdminPassword(): string | undefined {
  const { ADMIN_PASSWORD: password } = env;
  delete env.ADMIN_PASSWORD;
  return password || undefined;
}
