import { Injectable } from '@nestjs/common';
import { SENSITIVITIES, type Sensitivity, type Subject } from '#libs/eligibility';
import { In, IsNull, LessThan } from 'typeorm';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Subscription } from '../subscriptions/subscription.entity.js';
import type { Frequency } from '../subscriptions/subscription.terms.js';
import { ProfileSweep } from './profile-sweep.entity.js';
import { Profile } from './profile.entity.js';

/** A profile whose owner wants to hear of what fits. */
export type WatchedProfile = Pick<
  Profile,
  'id' | 'accountId' | 'subject' | 'keyId' | 'general' | 'personal' | 'sensitive'
> & { frequency: Frequency };

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
  constructor(private readonly uow: UnitOfWork) {}

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

  async insert(profile: Profile): Promise<void> {
    await this.uow.repository(Profile).insert(profile);
  }

  async update(id: string, changes: Partial<Profile>): Promise<void> {
    await this.uow.repository(Profile).update({ id }, changes);
  }

  /** Erases profiles with the wish to hear of what fits them, which says nothing without them. */
  async deleteOwn(accountId: string, ids: readonly string[]): Promise<void> {
    await this.uow.repository(Profile).delete({ accountId, id: In([...ids]) });
    await this.uow
      .repository(Subscription)
      .delete({ accountId, targetKind: 'profile', targetId: In([...ids]) });
  }

  /** Erases what is kept no longer. */
  async deleteExpired(today: string): Promise<void> {
    await this.uow.repository(Profile).delete({ expiresOn: LessThan(today) });
  }

  /** Written by hand: a clause may look at a million of them, and describing each to the mapper takes longer. */
  findWatchedAfter(
    subject: Subject,
    accountId: string,
    columns: readonly Sensitivity[],
    limit: number,
  ): Promise<WatchedProfile[]> {
    return this.uow.manager.query(
      `SELECT ${selected(columns)} FROM profile p ${WATCHED}
       WHERE p.subject = ? AND p.account_id > ? AND s.active = ?
       ORDER BY p.account_id, p.id LIMIT ?`,
      [subject, accountId, 1, limit],
    );
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
