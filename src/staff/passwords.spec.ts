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

  it('need ten characters, of any kind', () => {
    expect(passwordFault('123456789')).toMatch(/至少 10/);
    expect(passwordFault('😀'.repeat(9))).toMatch(/至少 10/);
    expect(passwordFault('walrus lamp tin')).toBeNull();
    expect(passwordFault('政策超市里的第三张桌子')).toBeNull();
    expect(passwordFault('a'.repeat(201))).toMatch(/最多 200/);
  });

  it.each([
    '1234567890',
    'aaaaaaaaaa',
    'abcabcabcabc',
    'Password123',
    'WOAINI1314',
    'qwertyuiop',
    '1q2w3e4r5t',
  ])('are not what everybody tries first: %s', (password) => {
    expect(passwordFault(password)).toMatch(/太常见/);
  });

  it('are not the own name with a little around it', () => {
    expect(passwordFault('zhang.san2026', 'zhang.san')).toMatch(/用户名/);
    expect(passwordFault('Zhang.San@zhang.san', 'zhang.san')).toMatch(/用户名/);
    expect(passwordFault('zhang.san likes rain', 'zhang.san')).toBeNull();
    expect(passwordFault('ab likes rain', 'ab')).toBeNull();
  });
});
