import { Injectable } from '@nestjs/common';
import { SENSITIVITIES, type Sensitivity, type Subject } from '#libs/eligibility';
import { loadInChunks, marks } from '../database/in-chunks.js';
import { In, IsNull, LessThan, MoreThan, Not } from 'typeorm';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Subscription } from '../subscriptions/subscription.entity.js';
import type { Frequency } from '../subscriptions/subscription.terms.js';
import { MatchPacksRepository } from './match-packs.repository.js';
import { ProfileSweep } from './profile-sweep.entity.js';
import { Profile } from './profile.entity.js';

/** A profile whose owner wants to hear of what fits. */
export type WatchedProfile = Pick<
  Profile,
  'id' | 'accountId' | 'subject' | 'keyId' | 'general' | 'personal' | 'sensitive'
> & { frequency: Frequency };

/** A profile and its owner, who wants to hear. */
export type Watcher = Pick<WatchedProfile, 'id' | 'accountId' | 'frequency'>;

/** Profiles of accounts after one, up to another (null: to the end), in one pack (null: in none). */
export interface WatchedRange {
  subject: Subject;
  packId: string | null;
  after: string;
  upTo: string | null;
}

/** Only active wishes to hear of what fits. Backticks: both databases know them, and `sensitive` is a word of MySQL. */
const WATCHED = `INNER JOIN subscription s
  ON s.account_id = p.account_id AND s.target_kind = 'profile' AND s.target_id = p.id`;

function selected(columns: readonly Sensitivity[]): string {
  const sealed = SENSITIVITIES.map(
    (name) => `${columns.includes(name) ? `p.\`${name}\`` : 'NULL'} AS \`${name}\``,
  );
  return `p.id AS id, p.account_id AS accountId, p.subject AS subject, p.key_id AS keyId,
    s.frequency AS frequency, ${sealed.join(', ')}`;
}

@Injectable()
export class ProfilesRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly packs: MatchPacksRepository,
  ) {}

  findOfAccount(accountId: string): Promise<Profile[]> {
    return this.uow
      .repository(Profile)
      .find({ where: { accountId }, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  countOfAccount(accountId: string): Promise<number> {
    return this.uow.repository(Profile).countBy({ accountId });
  }

  findOwn(accountId: string, id: string): Promise<Profile | null> {
    return this.uow.repository(Profile).findOneBy({ accountId, id });
  }

  async insert(profile: Omit<Profile, 'packId'>): Promise<void> {
    await this.uow.repository(Profile).insert({ ...profile, packId: null });
  }

  /** Changes what a row says: what a pack says of it holds no longer. */
  async update(id: string, changes: Partial<Profile>): Promise<void> {
    await this.uow.repository(Profile).update({ id }, { ...changes, packId: null });
  }

  /** Profiles that another key sealed, in id order. */
  findUnderOtherKeys(keyId: string, after: string, limit: number): Promise<Profile[]> {
    return this.uow
      .repository(Profile)
      .find({ where: { keyId: Not(keyId), id: MoreThan(after) }, order: { id: 'ASC' }, take: limit });
  }

  /** Writes other sealed texts where still those stand that were read; each sealing makes new ones. */
  async replaceSealed(
    { id, keyId, personal }: Profile,
    sealed: Pick<Profile, 'keyId' | Sensitivity>,
  ): Promise<boolean> {
    const read = { id, keyId, personal: personal ?? IsNull() };
    return (await this.uow.repository(Profile).update(read, sealed)).affected === 1;
  }

  /** Erases profiles and the packs that hold copies, with the wish to hear of what fits them, which says nothing without them. */
  async deleteOwn(accountId: string, ids: readonly string[]): Promise<void> {
    await this.packs.breakUp(await this.packs.findHolding('account_id = ?', accountId));
    await this.uow.repository(Profile).delete({ accountId, id: In([...ids]) });
    await this.uow
      .repository(Subscription)
      .delete({ accountId, targetKind: 'profile', targetId: In([...ids]) });
  }

  /** Erases what is kept no longer, and the packs that hold copies. */
  async deleteExpired(today: string): Promise<void> {
    await this.packs.breakUp(await this.packs.findHolding('expires_on < ?', today));
    await this.uow.repository(Profile).delete({ expiresOn: LessThan(today) });
  }

  /**
   * Watched profiles of one pack, or loose ones, of accounts after one, in the order of accounts. Written by hand:
   * there may be very many, and describing each to the mapper takes longer.
   */
  findWatched(
    { subject, packId, after, upTo }: WatchedRange,
    columns: readonly Sensitivity[],
    limit: number,
  ): Promise<WatchedProfile[]> {
    const pack = packId === null ? 'IS NULL' : '= ?';
    const until = upTo === null ? '' : 'AND p.account_id <= ?';
    const values = [subject, packId, after, upTo].filter((value) => value !== null);
    return this.uow.manager.query(
      `SELECT ${selected(columns)} FROM profile p ${WATCHED}
       WHERE p.subject = ? AND p.pack_id ${pack} AND p.account_id > ? ${until} AND s.active = 1
       ORDER BY p.account_id, p.id LIMIT ?`,
      [...values, limit],
    );
  }

  /** Who wants to hear of what fits these profiles, in the order of accounts. */
  async findWatchers(ids: readonly string[]): Promise<Watcher[]> {
    const watchers = await loadInChunks(ids, (chunk): Promise<Watcher[]> =>
      this.uow.manager.query(
        `SELECT target_id AS id, account_id AS accountId, frequency FROM subscription
           WHERE target_kind = 'profile' AND target_id IN (${marks(chunk)}) AND active = 1`,
        chunk,
      ),
    );
    return watchers.sort((a, b) => (a.accountId < b.accountId ? -1 : a.accountId > b.accountId ? 1 : 0));
  }

  /** Watched profiles with an anniversary on any of the days, in id order. */
  findWithDays(days: number, after: string, limit: number): Promise<WatchedProfile[]> {
    return this.uow.manager.query(
      `SELECT ${selected(SENSITIVITIES)} FROM profile p ${WATCHED}
       WHERE (p.days & ?) <> 0 AND p.id > ? AND s.active = ?
       ORDER BY p.id LIMIT ?`,
      [days, after, 1, limit],
    );
  }

  /** For which of an account's profiles it wants to hear of what fits, how soon, and whether that is paused. */
  async findWishes(accountId: string): Promise<Map<string, Pick<Subscription, 'frequency' | 'active'>>> {
    const rows = await this.uow.repository(Subscription).find({
      select: { targetId: true, frequency: true, active: true },
      where: { accountId, targetKind: 'profile', endedAt: IsNull() },
    });
    return new Map(rows.map(({ targetId, ...wish }) => [targetId, wish]));
  }

  findSubjects(ids: readonly string[]): Promise<Pick<Profile, 'id' | 'subject'>[]> {
    return this.uow
      .repository(Profile)
      .find({ select: { id: true, subject: true }, where: { id: In([...ids]) } });
  }

  existsSweep(day: string): Promise<boolean> {
    return this.uow.repository(ProfileSweep).existsBy({ day });
  }

  async insertSweep(sweep: ProfileSweep): Promise<void> {
    await this.uow.repository(ProfileSweep).insert(sweep);
  }
}
