import { DataSource } from 'typeorm';
import type { INestApplicationContext } from '@nestjs/common';
import { Chance, randomAnswers } from '../../../libs/eligibility/testing/random-rules.js';
import { newId } from '../../../src/database/new-id.js';
import { ProfileKeysService } from '../../../src/eligibility/profile-keys.service.js';
import { insertRows } from '../insert-rows.js';

const BATCH = 10_000;
const NOW = '2026-11-24 00:00:00.000';

/** Stores citizens who want to hear of what fits them, sealed as everybody's. */
export async function makeProfiles(app: INestApplicationContext, count: number): Promise<void> {
  const { seal } = app.get(ProfileKeysService, { strict: false });
  const chance = new Chance(2);
  for (let made = 0; made < count; made += BATCH) {
    const ids = Array.from({ length: Math.min(BATCH, count - made) }, () => ({
      id: newId(),
      account: newId(),
    }));
    await app.get(DataSource).transaction(async (manager) => {
      await insertRows(
        manager,
        'account',
        ids.map(({ account }) => ({ id: account, created_at: NOW })),
        5_000,
      );
      const profiles = ids.map(({ id, account }) => ({
        id,
        account_id: account,
        subject: 'citizen',
        key_id: seal.keyId,
        ...seal.seal(id, 'citizen', randomAnswers(chance, 'citizen'), '我'),
        days: 0,
        created_at: NOW,
        updated_at: NOW,
        expires_on: '2028-11-24',
      }));
      await insertRows(manager, 'profile', profiles.map(quoted), 1_000);
      const subscriptions = ids.map(({ id, account }) => ({
        id: newId(),
        account_id: account,
        target_kind: 'profile',
        target_id: id,
        frequency: 'immediate',
        active: 1,
        created_at: NOW,
      }));
      await insertRows(manager, 'subscription', subscriptions, 1_000);
    });
  }
}

/** A column is called like a word of MySQL. */
const quoted = ({ sensitive, ...row }: { sensitive: string | null }): Record<string, unknown> => ({
  ...row,
  '`sensitive`': sensitive,
});
