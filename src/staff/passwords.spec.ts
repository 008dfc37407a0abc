import { describe, expect, it } from '@jest/globals';
import { hashPassword, passwordFault, verifyPassword } from './passwords.js';

describe('passwords', () => {
  it('are kept as Argon2id only', async () => {
    const kept = await hashPassword('correct horse');
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(kept).not.toContain('correct');
    expect(await verifyPassword(kept, 'correct horse')).toBe(true);
    expect(await verifyPassword(kept, 'correct house')).toBe(false);
  });

  it('are the same from a full-width keyboard', async () => {
    expect(await verifyPassword(await hashPassword('passw0rd-long'), 'ｐａｓｓｗ０ｒｄ－ｌｏｎｇ')).toBe(
      true,
    );
  });

  it('need ten characters and nothing else', () => {
    expect(passwordFault('123456789')).toMatch(/至少 10/);
    expect(passwordFault('😀'.repeat(9))).toMatch(/至少 10/);
    expect(passwordFault('aaaaaaaaaa')).toBeNull();
    expect(passwordFault('a'.repeat(201))).toMatch(/最多 200/);
  });
});
