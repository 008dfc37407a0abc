import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Answers, type Subject, SUBJECTS } from '#libs/eligibility';
import { DataSource, IsNull } from 'typeorm';
import { Chance, randomAnswers } from '../../libs/eligibility/testing/random-rules.js';
import { AppConfig } from '../../src/config/app-config.js';
import { EligibilityModule } from '../../src/eligibility/eligibility.module.js';
import { MatchPack } from '../../src/eligibility/match-pack.entity.js';
import { MatchPackingService } from '../../src/eligibility/match-packing.service.js';
import { ProfileRekeyService } from '../../src/eligibility/profile-rekey.service.js';
import { ProfileThreadsService } from '../../src/eligibility/profile-threads.service.js';
import { Profile } from '../../src/eligibility/profile.entity.js';
import { ProfilesService } from '../../src/eligibility/profiles.service.js';
import { HeadlessModule } from '../../src/headless.module.js';
import { foundBy, randomClause, todayOf } from '../support/matching-clause.js';
import { type StoredProfile, storeProfiles } from '../support/stored-profiles.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const PACK = 20;
const [OLD, NEW] = ['old', 'new'].map((id) => `${id}:${Buffer.alloc(32, id).toString('base64')}`) as [
  string,
  string,
];

describe('another key for profiles that rest in packs', () => {
  const chance = new Chance(23);
  let database: TestDatabase;
  let app: INestApplicationContext;
  let profiles: StoredProfile[];
  let unopened = 0;

  async function start(...profileKeys: string[]): Promise<void> {
    const config = Object.assign(new AppConfig(), database.config, { profileKeys, logLevel: 'silent' });
    app = await NestFactory.createApplicationContext(HeadlessModule.for(config, [EligibilityModule]), {
      logger: false,
      abortOnError: false,
    });
    // Rows of a pack that cannot be opened are judged one by one, which nobody would notice.
    const threads = app.get(ProfileThreadsService);
    const judge = threads.judgePack.bind(threads);
    jest.spyOn(threads, 'judgePack').mockImplementation(async (...task) => {
      const fits = await judge(...task);
      if (!fits) unopened += 1;
      return fits;
    });
  }
  async function restart(...profileKeys: string[]): Promise<void> {
    await app.close();
    await start(...profileKeys);
  }
  const pack = (): Promise<number> => app.get(MatchPackingService).pack(PACK);
  const rekey = (told: () => void = () => undefined) => app.get(ProfileRekeyService).rekey(25, told);
  const rows = () => app.get(DataSource).getRepository(Profile);
  const packs = () => app.get(DataSource).getRepository(MatchPack);
  const random = (count: number): { subject: Subject; answers: Answers }[] =>
    Array.from({ length: count }, (_none, at) => {
      const subject = SUBJECTS[at % 2] ?? 'citizen';
      return { subject, answers: randomAnswers(chance, subject) };
    });
  async function change(profile: StoredProfile): Promise<void> {
    const { accountId, id, subject } = profile;
    const values = randomAnswers(chance, subject);
    const record = { subject, label: '我', values, sensitiveConsent: true };
    await app.get(ProfilesService).update(accountId, id, record);
    profile.answers = values;
  }
  /** What the matching finds is what judging everybody finds, and every pack was opened for it. */
  async function expectEqual(): Promise<void> {
    let total = 0;
    for (let round = 0; round < 8; round += 1) {
      const clause = randomClause(chance, SUBJECTS[round % 2] ?? 'citizen', todayOf(app));
      const expected = clause.fitting(profiles);
      expect(await foundBy(app, clause)).toEqual(expected);
      total += expected.length;
    }
    expect(total).toBeGreaterThan(0);
    expect(unopened).toBe(0);
  }

  beforeAll(async () => {
    database = await createTestDatabase();
    await start(OLD);
    profiles = await storeProfiles(app, random(120));
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('seals rows, then packs, loses nobody on the way, and the old key can go', async () => {
    expect(await pack()).toBeGreaterThanOrEqual(6);
    await expectEqual();

    await restart(NEW, OLD);
    await expectEqual();
    // Ended half-way: rows under both keys, packs under the old one.
    const ended = rekey(() => {
      throw new Error('ended');
    });
    await expect(ended).rejects.toThrow('ended');
    expect(await rows().countBy({ keyId: 'new' })).toBe(25);
    await expectEqual();

    // People save, and packs are made, while it goes on.
    const [early, late] = [profiles.slice(0, 6), profiles.slice(60, 66)];
    await Promise.all([...early.map(change), rekey(), pack(), ...late.map(change)]);
    await expectEqual();
    await rekey();
    expect(await rows().countBy({ keyId: 'old' })).toBe(0);
    await pack();
    await pack();
    expect(await packs().countBy({ keyId: 'old' })).toBe(0);
    expect(await rows().countBy({ packId: IsNull() })).toBe(0);
    await expectEqual();

    await restart(NEW);
    await expectEqual();
    for (const { accountId, id, answers } of profiles) {
      const kept = await app.get(ProfilesService).get(accountId, id);
      expect(kept).toMatchObject({ unreadable: false, label: '我' });
      expect(kept.values).toEqual(answers);
    }
    expect(await rekey()).toMatchObject({ keyId: 'new', seen: 0 });
    expect(await pack()).toBe(0);
    await change(profiles[0] as StoredProfile);
    await pack();
    await expectEqual();
  }, 120_000);
});
