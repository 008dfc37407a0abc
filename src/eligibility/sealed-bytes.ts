import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { SENSITIVITIES, type Sensitivity } from '#libs/eligibility';

/** A master key of 32 bytes, and the name by which rows refer to it. */
export interface ProfileKey {
  id: string;
  key: Uint8Array;
}

/** Something sealed cannot be opened: another key, or not what was sealed here. */
export class CannotOpenError extends Error {}

const NONCE = 12;
const TAG = 16;

/** Seals bytes: AES-256-GCM with a random nonce. @param boundTo is authenticated, but not kept */
export function sealBytes(key: Buffer, boundTo: string, plain: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(boundTo));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

/** Opens what `sealBytes` sealed. @throws CannotOpenError */
export function openBytes(key: Buffer, boundTo: string, sealed: Uint8Array): Buffer {
  try {
    const nonce = sealed.subarray(0, NONCE);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
    decipher.setAAD(Buffer.from(boundTo));
    decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
    const plain = decipher.update(sealed.subarray(NONCE + TAG));
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    throw new CannotOpenError();
  }
}

/** Keys for one purpose and each sensitivity, derived from the master keys (HKDF-SHA-256). */
export class DerivedKeys {
  private readonly keys = new Map<string, Buffer>();
  /** The name of the key that seals. */
  readonly current: string;

  /** @param masters the first seals, all open */
  constructor(masters: readonly ProfileKey[], purpose: string) {
    const [first] = masters;
    if (!first) throw new Error('No profile key');
    this.current = first.id;
    for (const { id, key } of masters) {
      for (const sensitivity of SENSITIVITIES) {
        const derived = hkdfSync('sha256', key, 'policy-supermarket', `${purpose} ${sensitivity}`, 32);
        this.keys.set(`${id} ${sensitivity}`, Buffer.from(derived));
      }
    }
  }

  /** @throws CannotOpenError where it was not configured */
  of(id: string, sensitivity: Sensitivity): Buffer {
    const key = this.keys.get(`${id} ${sensitivity}`);
    if (!key) throw new CannotOpenError();
    return key;
  }
}
