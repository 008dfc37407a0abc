import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { ProfileSeal, type ProfileKey } from './profile-seal.js';

const fromText = (text: string): ProfileKey => {
  const [id = '', key = ''] = text.split(':');
  return { id, key: Buffer.from(key, 'base64') };
};

/** Where the keys of profiles come from: PROFILE_KEYS or, outside production, a file in the data folder. */
@Injectable()
export class ProfileKeysService {
  private made: { keys: ProfileKey[]; seal: ProfileSeal } | null = null;

  constructor(private readonly config: AppConfig) {}

  /** The keys, the one that seals first. */
  get keys(): ProfileKey[] {
    return this.ready().keys;
  }

  get seal(): ProfileSeal {
    return this.ready().seal;
  }

  /** Made when first needed: most processes never open a profile. */
  private ready(): { keys: ProfileKey[]; seal: ProfileSeal } {
    if (!this.made) {
      const { profileKeys } = this.config;
      const keys = (profileKeys.length > 0 ? profileKeys : [this.ownKey()]).map(fromText);
      this.made = { keys, seal: new ProfileSeal(keys) };
    }
    return this.made;
  }

  private ownKey(): string {
    const file = join(this.config.dataDir, 'profile.key');
    if (!existsSync(file)) {
      mkdirSync(this.config.dataDir, { recursive: true });
      // Another process may do the same at this moment: whoever comes second reads the first one's.
      try {
        writeFileSync(file, `own:${randomBytes(32).toString('base64')}`, { mode: 0o600, flag: 'wx' });
      } catch (error) {
        if (!existsSync(file)) throw error;
      }
    }
    return readFileSync(file, 'utf8').trim();
  }
}
