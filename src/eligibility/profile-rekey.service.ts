import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Answers } from '#libs/eligibility';
import { BEFORE_ALL_IDS } from '../database/new-id.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { ProfileKeysService } from './profile-keys.service.js';
import { CannotOpenError, LABEL, type SealedAnswers } from './profile-seal.js';
import type { Profile } from './profile.entity.js';
import { ProfilesRepository } from './profiles.repository.js';

/** How far sealing anew has come. */
export interface RekeyProgress {
  /** The key that seals now. */
  keyId: string;
  /** Profiles under other keys that were looked at. */
  seen: number;
  sealed: number;
  /** Saved, confirmed or erased by their owners meanwhile: left as those made them. */
  changed: number;
  /** No key opens them: left as they are. */
  unreadable: number;
}

/** What is to be written instead of a stored profile. */
interface Resealed {
  stored: Profile;
  sealed: SealedAnswers;
}

/** Seals profiles with the first key that are under others, so that an old key can be thrown away. */
@Injectable()
export class ProfileRekeyService {
  constructor(
    private readonly profiles: ProfilesRepository,
    private readonly keys: ProfileKeysService,
    private readonly uow: UnitOfWork,
  ) {}

  /**
   * Goes through all of them. What is sealed with the first key is passed over, so that it may be ended and begun
   * again at any time, and several may run at once, beside the service. When, and until when, stays as it was.
   * @param told after each batch
   */
  async rekey(batch: number, told: (progress: RekeyProgress) => void): Promise<RekeyProgress> {
    const { keyId } = this.keys.seal;
    const progress: RekeyProgress = { keyId, seen: 0, sealed: 0, changed: 0, unreadable: 0 };
    for (let after = BEFORE_ALL_IDS; ;) {
      const page = await this.profiles.findUnderOtherKeys(keyId, after, batch);
      const anew = page.flatMap((stored) => this.resealed(stored));
      const sealed = await this.write(keyId, anew);
      progress.seen += page.length;
      progress.unreadable += page.length - anew.length;
      progress.sealed += sealed;
      progress.changed += anew.length - sealed;
      if (page.length > 0) told({ ...progress });
      if (page.length < batch) return progress;
      after = page.at(-1)?.id ?? '';
      await setImmediate();
    }
  }

  private resealed(stored: Profile): Resealed[] {
    try {
      const { [LABEL]: label, ...answers } = this.keys.seal.open(stored);
      const { id, subject } = stored;
      return [{ stored, sealed: this.keys.seal.seal(id, subject, answers as Answers, String(label ?? '')) }];
    } catch (error) {
      if (error instanceof CannotOpenError) return [];
      throw error;
    }
  }

  /** Only over what was read: what its owner saved meanwhile stays. @returns how many were written */
  private write(keyId: string, anew: readonly Resealed[]): Promise<number> {
    if (anew.length === 0) return Promise.resolve(0);
    return this.uow.run(async () => {
      let written = 0;
      for (const { stored, sealed } of anew) {
        if (await this.profiles.replaceSealed(stored, { keyId, ...sealed })) written += 1;
      }
      return written;
    });
  }
}
