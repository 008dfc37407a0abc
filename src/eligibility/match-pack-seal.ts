import { createHash } from 'node:crypto';
import {
  type Answers,
  findAttribute,
  SENSITIVITIES,
  type Sensitivity,
  type Subject,
  toColumns,
  writeColumns,
} from '#libs/eligibility';
import type { MatchPack } from './match-pack.entity.js';
import { DerivedKeys, openBytes, type ProfileKey, sealBytes } from './sealed-bytes.js';

/** The sealed columns of a pack, apart for each sensitivity; null where nobody answered anything. */
export type SealedColumns = Record<Sensitivity, Uint8Array | null>;

/** What a pack is bound to: nothing of it can be moved to another one, and its profiles cannot change places. */
export type PackName = Pick<MatchPack, 'id' | 'subject' | 'keyId' | 'profiles'>;

/** Seals and opens packs; as for rows, with keys of their own. */
export class MatchPackSeal {
  private readonly keys: DerivedKeys;

  /** @param keys the first seals, all open */
  constructor(keys: readonly ProfileKey[]) {
    this.keys = new DerivedKeys(keys, 'match pack');
  }

  /** Seals the answers of a pack's profiles, which stand in the order of its ids; nothing but answers goes into it. */
  seal(
    name: { id: string; subject: Subject; profiles: string },
    answers: Readonly<Record<Sensitivity, readonly Answers[]>>,
  ): SealedColumns & { keyId: string } {
    const keyId = this.keys.current;
    const sealed: SealedColumns & { keyId: string } = {
      keyId,
      general: null,
      personal: null,
      sensitive: null,
    };
    for (const sensitivity of SENSITIVITIES) {
      const isAnswer = (key: string): boolean => findAttribute(name.subject, key) !== undefined;
      const columns = toColumns(answers[sensitivity], isAnswer);
      if (columns.length === 0) continue;
      const key = this.keys.of(keyId, sensitivity);
      sealed[sensitivity] = sealBytes(key, boundTo({ ...name, keyId }, sensitivity), writeColumns(columns));
    }
    return sealed;
  }

  /** Opens the columns of one sensitivity. @throws CannotOpenError */
  open(name: PackName, sensitivity: Sensitivity, sealed: Uint8Array): Buffer {
    return openBytes(this.keys.of(name.keyId, sensitivity), boundTo(name, sensitivity), sealed);
  }
}

const boundTo = ({ id, subject, keyId, profiles }: PackName, sensitivity: Sensitivity): string =>
  `${id} ${subject} ${sensitivity} ${keyId} ${createHash('sha256').update(profiles).digest('hex')}`;
