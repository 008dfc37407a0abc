import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Answers, type Subject, SUBJECTS } from '#libs/eligibility';
import { DataSource, In, IsNull } from 'typeorm';
import { Chance, randomAnswers } from '../../libs/eligibility/testing/random-rules.js';
import { Account } from '../../src/accounts/account.entity.js';
import { AppConfig } from '../../src/config/app-config.js';
import { EligibilityModule } from '../../src/eligibility/eligibility.module.js';
import { MatchPack } from '../../src/eligibility/match-pack.entity.js';
import { MatchPackingService } from '../../src/eligibility/match-packing.service.js';
import { ProfileThreadsService } from '../../src/eligibility/profile-threads.service.js';
import { Profile } from '../../src/eligibility/profile.entity.js';
import { ProfilesService } from '../../src/eligibility/profiles.service.js';
import { HeadlessModule } from '../../src/headless.module.js';
import { Subscription } from '../../src/subscriptions/subscription.entity.js';
import { foundBy, randomClause, todayOf } from '../support/matching-clause.js';
import { type StoredProfile, storeProfiles } from '../support/stored-profiles.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const PACK = 40;
const [OLD, NEW] = ['old', 'new'].map((id) => `${id}:${Buffer.alloc(32, id).toString('base64')}`);

describe('match packs', () => {
  const chance = new Chance(11);
  let database: TestDatabase;
  let app: INestApplicationContext;
  let profiles: StoredProfile[];
  let unopened = 0;
  /** Texts that have memory of their own, and how many of them were handed to a thread. */
  let own = 0;
  let handed = 0;

  async function start(profileKeys: string[]): Promise<void> {
    const config = Object.assign(new AppConfig(), database.config, { profileKeys, logLevel: 'silent' });
    app = await NestFactory.createApplicationContext(HeadlessModule.for(config, [EligibilityModule]), {
      logger: false,
      abortOnError: false,
    });
    watchPacks();
  }
  const repository = () => app.get(DataSource).getRepository(MatchPack);
  const pack = () => app.get(MatchPackingService).pack(PACK);
  const random = (count: number): { subject: Subject; answers: Answers }[] =>
    Array.from({ length: count }, (_none, at) => {
      const subject = SUBJECTS[at % 2] ?? 'citizen';
      return { subject, answers: randomAnswers(chance, subject) };
    });
  /** Counts the packs that could not be opened: their rows are judged one by one, which nobody would notice. */
  function watchPacks(): void {
    const threads = app.get(ProfileThreadsService);
    const judge = threads.judgePack.bind(threads);
    jest.spyOn(threads, 'judgePack').mockImplementation(async (...task) => {
      const [, { general, personal, sensitive }] = task;
      const texts = [general, personal, sensitive].filter(
        (text) => text !== null && text.byteLength === text.buffer.byteLength,
      );
      const fits = await judge(...task);
      own += texts.length;
      handed += texts.filter((text) => text?.byteLength === 0).length;
      if (!fits) unopened += 1;
      return fits;
    });
  }
  /** What the matching finds is what judging everybody finds, for some clauses. */
  async function expectEqual(rounds = 8, opened = true): Promise<void> {
    let total = 0;
    for (let round = 0; round < rounds; round += 1) {
      const clause = randomClause(chance, SUBJECTS[round % 2] ?? 'citizen', todayOf(app));
      const expected = clause.fitting(profiles);
      expect(await foundBy(app, clause)).toEqual(expected);
      total += expected.length;
    }
    expect(total).toBeGreaterThan(0);
    if (opened) expect(unopened).toBe(0);
  }
  async function change(profile: StoredProfile): Promise<void> {
    const answers = randomAnswers(chance, profile.subject);
    const { accountId, id, subject } = profile;
    const record = { subject, label: '我', values: answers, sensitiveConsent: true };
    await app.get(ProfilesService).update(accountId, id, record);
    profile.answers = answers;
  }
  async function erase(erased: readonly StoredProfile[]): Promise<void> {
    for (const { accountId, id } of erased) await app.get(ProfilesService).erase(accountId, id);
    profiles = profiles.filter((profile) => !erased.includes(profile));
  }
  const some = (share: number): StoredProfile[] => profiles.filter(() => chance.next() < share);
  /** Ids that packs hold copies of. */
  const packed = async (): Promise<string[]> =>
    (await repository().find()).flatMap((row) => row.profiles.split(' '));

  beforeAll(async () => {
    database = await createTestDatabase();
    await start([OLD ?? '']);
    profiles = await storeProfiles(app, random(300));
    const owner = profiles[40]?.accountId ?? '';
    profiles.push(
      ...(await storeProfiles(
        app,
        random(4).map((one) => ({ ...one, accountId: owner })),
      )),
    );
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('find what judging everybody one by one finds: loose, packed, and both', async () => {
    await expectEqual();
    const made = await pack();
    expect(made).toBeGreaterThanOrEqual(8);
    expect(await repository().count()).toBe(made);
    expect(await app.get(DataSource).getRepository(Profile).countBy({ packId: IsNull() })).toBe(0);
    await expectEqual();
    for (const profile of some(0.2)) await change(profile);
    profiles.push(...(await storeProfiles(app, random(20))));
    await expectEqual();
    await pack();
    await expectEqual();
    expect((await packed()).sort()).toEqual(profiles.map(({ id }) => id).sort());
  });

  it('leave no copy of their texts where they were read', () => {
    expect(handed).toBe(own);
    // MariaDB's driver lets texts share the memory of what was received.
    expect(own).toBeGreaterThanOrEqual(process.env.TEST_DATABASE === 'mariadb' ? 0 : 1);
  });

  it('keep no copy of what was erased, and find the others all the same', async () => {
    const erased = some(0.02);
    expect(erased.length).toBeGreaterThan(0);
    await erase(erased);
    const left = new Set(await packed());
    expect(erased.filter(({ id }) => left.has(id))).toEqual([]);
    expect(left.size).toBeGreaterThan(0);
    await expectEqual();
    await pack();
    await expectEqual();
    const sizes = (await repository().find()).map(({ size }) => size);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(PACK);
  });

  it('are thrown away where an account took its profiles along', async () => {
    const [gone] = profiles.splice(10, 1);
    await app
      .get(DataSource)
      .getRepository(Account)
      .delete({ id: gone?.accountId ?? '' });
    await expectEqual(4);
    expect(await packed()).toContain(gone?.id);
    await app.get(MatchPackingService).check();
    expect(await packed()).not.toContain(gone?.id);
    await pack();
    await expectEqual(4);
  });

  it('tell nobody who does not want to hear', async () => {
    const quiet = some(0.3);
    const ids = quiet.map(({ id }) => id);
    const wishes = app.get(DataSource).getRepository(Subscription);
    await wishes.update({ targetId: In(ids) }, { active: false });
    const all = profiles;
    profiles = profiles.filter((profile) => !quiet.includes(profile));
    await expectEqual(4);
    await wishes.update({ targetId: In(ids) }, { active: true });
    profiles = all;
  });

  it('hold nothing in the clear, and are not needed where they cannot be opened', async () => {
    const [first, second] = await repository().find({ order: { firstAccount: 'ASC' }, take: 2 });
    if (!first?.personal || !second) throw new Error('too few packs');
    const text = Buffer.from(first.personal).toString('latin1');
    for (const word of ['birthDate', 'hukouRegion']) expect(text.split(word)).toHaveLength(1);
    await repository().update({ id: first.id }, { personal: second.personal });
    await expectEqual(8, false);
    expect(unopened).toBeGreaterThan(0);
    unopened = 0;
    await repository().update({ id: first.id }, { personal: first.personal });
  });

  it('lose nothing and nobody while profiles change, go and are packed at the same time', async () => {
    const [toChange, toErase] = [some(0.15), some(0.03)];
    const changing = toChange.filter((profile) => !toErase.includes(profile));
    await Promise.all([pack(), pack(), ...changing.map(change), erase(toErase), pack()]);
    await expectEqual(6);
    const left = new Set(await packed());
    expect(toErase.filter(({ id }) => left.has(id))).toEqual([]);
    await pack();
    await pack();
    await expectEqual(6);
    expect((await packed()).sort()).toEqual(profiles.map(({ id }) => id).sort());
    expect(await pack()).toBe(0);
  });

  it('are sealed anew once another key comes first', async () => {
    await app.close();
    await start([NEW ?? '', OLD ?? '']);
    await expectEqual(4);
    await pack();
    expect(await repository().countBy({ keyId: 'old' })).toBe(0);
    await expectEqual(4);
    // Rows of a lost key are not found, but nothing stops; once it is back, they are.
    const fresh = await storeProfiles(app, random(6));
    await app.close();
    await start([NEW ?? '']);
    profiles.push(...fresh);
    await pack();
    for (let round = 0; round < 10; round += 1) {
      const clause = randomClause(chance, SUBJECTS[round % 2] ?? 'citizen', todayOf(app));
      const found = await foundBy(app, clause);
      expect(found).toEqual(expect.arrayContaining(clause.fitting(fresh)));
      expect(clause.fitting(profiles)).toEqual(expect.arrayContaining(found));
    }
    await app.close();
    await start([NEW ?? '', OLD ?? '']);
    await app.get(MatchPackingService).check();
    await expectEqual(4);
    await pack();
    await expectEqual(4);
  });
});
