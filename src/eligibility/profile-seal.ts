import {
  type Answers,
  findAttribute,
  SENSITIVITIES,
  type Sensitivity,
  type Subject,
} from '#libs/eligibility';
import { CannotOpenError, DerivedKeys, openBytes, type ProfileKey, sealBytes } from './sealed-bytes.js';

export { CannotOpenError, type ProfileKey };

/** The sealed answers of a row, apart for each sensitivity; null where there are none. */
export type SealedAnswers = Record<Sensitivity, string | null>;

/** A row as far as opening needs it. */
export interface SealedRow extends SealedAnswers {
  id: string;
  subject: Subject;
  keyId: string;
}

/** The name that a person gave a profile is kept among its personal answers. */
export const LABEL = ' label';

/**
 * Seals and opens answers: AES-256-GCM, a random nonce for each text, a key for each sensitivity derived from the
 * master key (HKDF-SHA-256). Row, sensitivity and key are authenticated: no text can be moved to another row.
 */
export class ProfileSeal {
  private readonly keys: DerivedKeys;

  /** @param keys the first seals, all open */
  constructor(keys: readonly ProfileKey[]) {
    this.keys = new DerivedKeys(keys, 'profile');
  }

  get keyId(): string {
    return this.keys.current;
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
    for (const sensitivity of sensitivities) Object.assign(answers, this.openOne(row, sensitivity));
    return answers;
  }

  /** Opens one part; empty where there is none. @throws CannotOpenError */
  openOne(row: SealedRow, sensitivity: Sensitivity): object {
    const text = row[sensitivity];
    return text === null ? {} : this.openPart(row, sensitivity, text);
  }

  private sealPart(id: string, sensitivity: Sensitivity, part: object): string {
    const key = this.keys.of(this.keyId, sensitivity);
    const plain = Buffer.from(JSON.stringify(part));
    return sealBytes(key, boundTo(id, sensitivity, this.keyId), plain).toString('base64');
  }

  private openPart({ id, keyId }: SealedRow, sensitivity: Sensitivity, sealed: string): object {
    const key = this.keys.of(keyId, sensitivity);
    const plain = openBytes(key, boundTo(id, sensitivity, keyId), Buffer.from(sealed, 'base64'));
    return JSON.parse(plain.toString()) as object;
  }
}

const boundTo = (id: string, sensitivity: Sensitivity, keyId: string): string =>
  `${id} ${sensitivity} ${keyId}`;
