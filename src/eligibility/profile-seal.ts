import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import {
  type Answers,
  findAttribute,
  SENSITIVITIES,
  type Sensitivity,
  type Subject,
} from '#libs/eligibility';

/** A master key of 32 bytes, and the name by which rows refer to it. */
export interface ProfileKey {
  id: string;
  key: Uint8Array;
}

/** The sealed answers of a row, apart for each sensitivity; null where there are none. */
export type SealedAnswers = Record<Sensitivity, string | null>;

/** A row as far as opening needs it. */
export interface SealedRow extends SealedAnswers {
  id: string;
  subject: Subject;
  keyId: string;
}

/** A sealed text cannot be opened: another key, or not what was sealed here. */
export class CannotOpenError extends Error {}

const NONCE = 12;
const TAG = 16;
/** The name that a person gave a profile is kept among its personal answers. */
export const LABEL = ' label';

/**
 * Seals and opens answers: AES-256-GCM, a random nonce for each text, a key for each sensitivity derived from the
 * master key (HKDF-SHA-256). Row, sensitivity and key are authenticated: no text can be moved to another row.
 */
export class ProfileSeal {
  private readonly keys = new Map<string, Buffer>();
  private readonly current: string;

  /** @param keys the first seals, all open */
  constructor(keys: readonly ProfileKey[]) {
    const [first] = keys;
    if (!first) throw new Error('No profile key');
    this.current = first.id;
    for (const { id, key } of keys) {
      for (const sensitivity of SENSITIVITIES) {
        const derived = hkdfSync('sha256', key, 'policy-supermarket', `profile ${sensitivity}`, 32);
        this.keys.set(`${id} ${sensitivity}`, Buffer.from(derived));
      }
    }
  }

  get keyId(): string {
    return this.current;
  }

  /** Seals answers and, among the personal ones, the name of the profile. */
  seal(id: string, subject: Subject, answers: Answers, label: string): SealedAnswers {
    const parts: Record<Sensitivity, Record<string, unknown>> = {
      general: {},
      personal: { [LABEL]: label },
      sensitive: {},
    };
    for (const [key, value] of Object.entries(answers)) {
      const attribute = findAttribute(subject, key);
      if (attribute) parts[attribute.sensitivity][key] = value;
    }
    const sealed = (sensitivity: Sensitivity): string | null =>
      Object.keys(parts[sensitivity]).length === 0
        ? null
        : this.sealPart(id, sensitivity, parts[sensitivity]);
    return { general: sealed('general'), personal: sealed('personal'), sensitive: sealed('sensitive') };
  }

  /** Opens what is asked for. @throws CannotOpenError */
  open(row: SealedRow, sensitivities: readonly Sensitivity[] = SENSITIVITIES): Record<string, unknown> {
    const answers: Record<string, unknown> = {};
    for (const sensitivity of sensitivities) {
      const text = row[sensitivity];
      if (text !== null) Object.assign(answers, this.openPart(row, sensitivity, text));
    }
    return answers;
  }

  private sealPart(id: string, sensitivity: Sensitivity, part: object): string {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.keyOf(this.current, sensitivity), nonce);
    cipher.setAAD(boundTo(id, sensitivity, this.current));
    const text = Buffer.concat([cipher.update(JSON.stringify(part), 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64');
  }

  private openPart({ id, keyId }: SealedRow, sensitivity: Sensitivity, sealed: string): object {
    const bytes = Buffer.from(sealed, 'base64');
    try {
      const nonce = bytes.subarray(0, NONCE);
      const decipher = createDecipheriv('aes-256-gcm', this.keyOf(keyId, sensitivity), nonce, {
        authTagLength: TAG,
      });
      decipher.setAAD(boundTo(id, sensitivity, keyId));
      decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
      const text = decipher.update(bytes.subarray(NONCE + TAG), undefined, 'utf8') + decipher.final('utf8');
      return JSON.parse(text) as object;
    } catch {
      throw new CannotOpenError();
    }
  }

  private keyOf(id: string, sensitivity: Sensitivity): Buffer {
    const key = this.keys.get(`${id} ${sensitivity}`);
    if (!key) throw new CannotOpenError();
    return key;
  }
}

const boundTo = (id: string, sensitivity: Sensitivity, keyId: string): Buffer =>
  Buffer.from(`${id} ${sensitivity} ${keyId}`);
