import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppConfig } from '../../config/app-config.js';
import { SecretBox } from './secret-box.service.js';

const box = (settings: Partial<AppConfig>): SecretBox =>
  new SecretBox(Object.assign(new AppConfig(), settings));

describe('the secret box', () => {
  const key = box({ secretsKey: 'a'.repeat(32) });
  let dataDir = '';
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'box-'));
  });
  afterAll(() => rm(dataDir, { recursive: true }));

  it('gives back what it got, and never the same twice', async () => {
    const sealed = await key.seal('SECRET', 'zhang');
    expect(sealed).not.toContain('SECRET');
    expect(await key.seal('SECRET', 'zhang')).not.toBe(sealed);
    expect(await key.open(sealed, 'zhang')).toBe('SECRET');
  });

  it('opens for nobody else, with no other key, and not when altered', async () => {
    const sealed = await key.seal('SECRET', 'zhang');
    await expect(key.open(sealed, 'li')).rejects.toThrow();
    await expect(box({ secretsKey: 'b'.repeat(32) }).open(sealed, 'zhang')).rejects.toThrow();
    const bytes = Buffer.from(sealed, 'base64url');
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
    await expect(key.open(bytes.toString('base64url'), 'zhang')).rejects.toThrow();
  });

  it('makes a key of the folder where none is configured, and finds it again', async () => {
    const sealed = await box({ dataDir }).seal('SECRET', 'zhang');
    expect(await box({ dataDir }).open(sealed, 'zhang')).toBe('SECRET');
  });
});
