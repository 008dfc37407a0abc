import type { INestApplicationContext } from '@nestjs/common';
import { type Answers, type Subject } from '#libs/eligibility';
import { DataSource } from 'typeorm';
import { Account } from '../../src/accounts/account.entity.js';
import { newId } from '../../src/database/new-id.js';
import { ProfileKeysService } from '../../src/eligibility/profile-keys.service.js';
import { Profile } from '../../src/eligibility/profile.entity.js';
import { Subscription } from '../../src/subscriptions/subscription.entity.js';

/** A profile that somebody keeps, as its owner knows it. */
export interface StoredProfile {
  id: string;
  accountId: string;
  subject: Subject;
  answers: Answers;
}

/** Stores profiles whose owners want to hear of what fits them; each has an account of its own where none is named. */
export async function storeProfiles(
  app: INestApplicationContext,
  wanted: readonly { subject: Subject; answers: Answers; accountId?: string }[],
): Promise<StoredProfile[]> {
  const { seal } = app.get(ProfileKeysService, { strict: false });
  const source = app.get(DataSource, { strict: false });
  const now = new Date();
  const stored = wanted.map((one) => ({ id: newId(), ...one, accountId: one.accountId ?? newId() }));
  const made = stored.filter((_one, at) => wanted[at]?.accountId === undefined);
  await source
    .getRepository(Account)
    .insert(made.map(({ accountId }) => ({ id: accountId, createdAt: now })));
  await source.getRepository(Profile).insert(
    stored.map(({ id, accountId, subject, answers }) => ({
      ...{ id, accountId, subject, keyId: seal.keyId, packId: null, days: 0 },
      ...seal.seal(id, subject, answers, '我'),
      ...{ createdAt: now, updatedAt: now, expiresOn: '2028-01-01' },
    })),
  );
  await source.getRepository(Subscription).insert(
    stored.map(({ id, accountId }) => ({
      ...{ id: newId(), accountId, targetKind: 'profile' as const, targetId: id },
      ...{ frequency: 'immediate' as const, active: true, createdAt: now },
    })),
  );
  return stored;
}
