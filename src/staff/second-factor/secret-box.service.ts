import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/app-config.js';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

interface Keys {
  encrypting: Buffer;
  hashing: Buffer;
}

const derive = (key: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, 'policy-supermarket', purpose, 32));

/** Keeps secrets in the database so that nobody can read them there: AES-256-GCM with a key of SECRETS_KEY. */
@Injectable()
export class SecretBox {
  private keys: Promise<Keys> | undefined;

  constructor(private readonly config: AppConfig) {}

  /** @param owner whose secret it is: under another owner it cannot be opened */
  async seal(secret: string, owner: string): Promise<string> {
    const { encrypting } = await this.getKeys();
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, encrypting, iv).setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** @throws Error where it was altered, belongs to somebody else, or was sealed with another key */
  async open(sealed: string, owner: string): Promise<string> {
    const { encrypting } = await this.getKeys();
    const bytes = Buffer.from(sealed, 'base64url');
    const decipher = createDecipheriv(CIPHER, encrypting, bytes.subarray(0, IV_BYTES))
      .setAAD(Buffer.from(owner))
      .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const rest = bytes.subarray(IV_BYTES + TAG_BYTES);
    return Buffer.concat([decipher.update(rest), decipher.final()]).toString('utf8');
  }

  /** For secrets that are compared only; without the key nobody can try values out. */
  async hash(secret: string, owner: string): Promise<string> {
    const { hashing } = await this.getKeys();
    return createHmac('sha256', hashing).update(`${owner}:${secret}`).digest('hex');
  }

  private getKeys(): Promise<Keys> {
    this.keys ??= this.load();
    return this.keys;
  }

  private async load(): Promise<Keys> {
    const key = this.config.secretsKey ?? (await this.keyOfFolder());
    return { encrypting: derive(key, 'encrypting'), hashing: derive(key, 'hashing') };
  }

  /** For a start without any settings: a key of this folder's own. */
  private async keyOfFolder(): Promise<string> {
    const path = join(this.config.dataDir, 'secrets.key');
    await mkdir(this.config.dataDir, { recursive: true });
    await writeFile(path, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 }).catch(
      (error: unknown) => {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      },
    );
    return readFile(path, 'utf8');
  }
}
