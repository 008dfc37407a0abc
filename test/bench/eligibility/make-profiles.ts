import { DataSource } from 'typeorm';
import type { INestApplicationContext } from '@nestjs/common';
import { type Answers, attributesOf, encodeAnswers, type Evaluate, TRUE } from '#libs/eligibility';
import { Chance, randomAnswers } from '../../../libs/eligibility/testing/random-rules.js';
import { newId } from '../../../src/database/new-id.js';
import { ProfileKeysService } from '../../../src/eligibility/profile-keys.service.js';
import { insertRows } from '../insert-rows.js';

const BATCH = 10_000;
const NOW = '2026-11-24 00:00:00.000';

/**
 * Stores citizens who want to hear of what fits them, sealed as everybody's.
 * @returns how many of them a clause fits, judged before they are sealed
 */
export async function makeProfiles(
  app: INestApplicationContext,
  count: number,
  judge: Evaluate,
  today: number,
): Promise<number> {
  const { seal } = app.get(ProfileKeysService, { strict: false });
  const chance = new Chance(2);
  let fitting = 0;
  for (let made = 0; made < count; made += BATCH) {
    const ids = Array.from({ length: Math.min(BATCH, count - made) }, () => ({
      id: newId(),
      account: newId(),
      answers: answersOf(chance),
    }));
    for (const { answers } of ids) {
      if (judge(encodeAnswers('citizen', answers, today)) === TRUE) fitting += 1;
    }
    await app.get(DataSource).transaction(async (manager) => {
      await insertRows(
        manager,
        'account',
        ids.map(({ account }) => ({ id: account, created_at: NOW })),
        5_000,
      );
      const profiles = ids.map(({ id, account, answers }) => ({
        id,
        account_id: account,
        subject: 'citizen',
        key_id: seal.keyId,
        ...seal.seal(id, 'citizen', answers, '我'),
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
  return fitting;
}

/** Random answers, with days and numbers that differ from person to person as they do in life. */
function answersOf(chance: Chance): Answers {
  const answers = randomAnswers(chance, 'citizen');
  for (const { key, type } of attributesOf('citizen')) {
    if (answers[key] === undefined) continue;
    const day = new Date(Date.UTC(1940, 0, 1 + chance.below(31_000))).toISOString().slice(0, 10);
    if (type === 'date') answers[key] = day;
    if (type === 'number') answers[key] = chance.below(1_000_000) / 100;
  }
  return answers;
}

/** A column is called like a word of MySQL. */
const quoted = ({ sensitive, ...row }: { sensitive: string | null }): Record<string, unknown> => ({
  ...row,
  '`sensitive`': sensitive,
});
