import { Injectable } from '@nestjs/common';
import { SENSITIVITIES, type Sensitivity, type Subject } from '#libs/eligibility';
import { In } from 'typeorm';
import { chunksOf, loadInChunks, marks } from '../database/in-chunks.js';
import { toBytes } from '../database/portable-columns.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { SealedColumns } from './match-pack-seal.js';
import { MatchPack } from './match-pack.entity.js';
import type { SealedRow } from './profile-seal.js';
import { Profile } from './profile.entity.js';

/** A pack as far as it is opened: other sensitivities are null. */
export type SealedPack = Pick<MatchPack, 'id' | 'subject' | 'keyId' | 'profiles' | 'lastAccount'> &
  SealedColumns;

export type PackKey = Pick<MatchPack, 'id' | 'subject'>;

/** A row to be packed, and the pack that it stands in. */
export type PackableRow = SealedRow & Pick<Profile, 'accountId' | 'packId'>;

/** Which accounts a pack covers. */
export type PackRange = Pick<MatchPack, 'id' | 'firstAccount' | 'lastAccount' | 'size'>;

const CHUNK = 1_000;

@Injectable()
export class MatchPacksRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** The first pack with accounts after one. Written by hand: `sensitive` is a word of MySQL, and columns differ. */
  async findNext(
    subject: Subject,
    after: string,
    columns: readonly Sensitivity[],
  ): Promise<SealedPack | null> {
    const sealed = SENSITIVITIES.map(
      (name) => `${columns.includes(name) ? `\`${name}\`` : 'NULL'} AS \`${name}\``,
    );
    const [pack]: SealedPack[] = await this.uow.manager.query(
      `SELECT id, subject, key_id AS keyId, last_account AS lastAccount, profiles, ${sealed.join(', ')}
       FROM match_pack WHERE subject = ? AND last_account > ? ORDER BY last_account LIMIT 1`,
      [subject, after],
    );
    if (!pack) return null;
    for (const name of SENSITIVITIES) pack[name] &&= toBytes(pack[name]);
    return pack;
  }

  async findNextId(subject: Subject, after: string): Promise<string | null> {
    const [pack]: { id: string }[] = await this.uow.manager.query(
      'SELECT id FROM match_pack WHERE subject = ? AND last_account > ? ORDER BY last_account LIMIT 1',
      [subject, after],
    );
    return pack?.id ?? null;
  }

  /** The first account after one that has a loose profile. */
  async findFirstLoose(subject: Subject, after: string): Promise<string | null> {
    const [row]: { account: string }[] = await this.uow.manager.query(
      `SELECT account_id AS account FROM profile
       WHERE subject = ? AND pack_id IS NULL AND account_id > ? ORDER BY account_id LIMIT 1`,
      [subject, after],
    );
    return row?.account ?? null;
  }

  /** The pack that an account belongs to, and the one after it. */
  async findAround(
    subject: Subject,
    account: string,
  ): Promise<{ own: PackRange | null; end: string | null }> {
    const of = (condition: string): Promise<PackRange[]> =>
      this.uow.manager.query(
        `SELECT id, first_account AS firstAccount, last_account AS lastAccount, size
         FROM match_pack WHERE subject = ? AND first_account ${condition} LIMIT 1`,
        [subject, account],
      );
    const [own] = await of('<= ? ORDER BY first_account DESC');
    const [next] = await of('> ? ORDER BY first_account');
    return { own: own ?? null, end: next?.firstAccount ?? null };
  }

  /** Profiles of accounts from one on, up to (not including) another, packed or not. */
  findRows(subject: Subject, from: string, end: string | null, limit: number): Promise<PackableRow[]> {
    return this.uow.manager.query(
      `SELECT id, account_id AS accountId, subject, key_id AS keyId, pack_id AS packId,
         general, personal, \`sensitive\`
       FROM profile WHERE subject = ? AND account_id >= ? ${end === null ? '' : 'AND account_id < ?'}
       ORDER BY account_id, id LIMIT ?`,
      [subject, from, ...(end === null ? [] : [end]), limit],
    );
  }

  /** What tells whether rows are still as they were read; nobody changes them until the transaction ends. */
  lockRows(ids: readonly string[]): Promise<Pick<PackableRow, 'id' | 'packId' | 'personal'>[]> {
    const lock = this.uow.locksRows ? 'FOR UPDATE' : '';
    return loadInChunks(
      ids,
      (chunk) =>
        this.uow.manager.query(
          `SELECT id, pack_id AS packId, personal FROM profile WHERE id IN (${marks(chunk)}) ORDER BY id ${lock}`,
          chunk,
        ),
      CHUNK,
    );
  }

  /** @param ids the profiles of which it says what their rows say now */
  async insert(pack: MatchPack, ids: readonly string[]): Promise<void> {
    await this.uow.repository(MatchPack).insert(pack);
    for (const chunk of chunksOf(ids, CHUNK)) {
      await this.uow.repository(Profile).update({ id: In(chunk) }, { packId: pack.id });
    }
  }

  /** Throws packs away: their profiles are loose from now on. */
  async breakUp(packs: readonly PackKey[]): Promise<void> {
    for (const pack of packs) await this.remove(pack, true);
  }

  /** @param loosen whether profiles may still name it */
  async remove({ id, subject }: PackKey, loosen: boolean): Promise<void> {
    if (loosen) await this.uow.repository(Profile).update({ subject, packId: id }, { packId: null });
    await this.uow.repository(MatchPack).delete({ id });
  }

  /** The packs in which profiles stand; `condition` is about the table `profile`. */
  findHolding(condition: 'account_id = ?' | 'expires_on < ?', value: string): Promise<PackKey[]> {
    return this.uow.manager.query(
      `SELECT DISTINCT pack_id AS id, subject FROM profile WHERE pack_id IS NOT NULL AND ${condition}`,
      [value],
    );
  }

  /** Packs that another key sealed. */
  findSealedOtherwise(keyId: string): Promise<PackKey[]> {
    return this.uow.manager.query('SELECT id, subject FROM match_pack WHERE key_id <> ?', [keyId]);
  }

  /** Packs that hold what is no longer there, or that lack what could not be opened. */
  findOdd(): Promise<PackKey[]> {
    return this.uow.manager.query(
      `SELECT k.id AS id, k.subject AS subject FROM match_pack k WHERE k.unreadable > 0 OR k.size <>
         (SELECT COUNT(*) FROM profile p WHERE p.subject = k.subject AND p.pack_id = k.id)`,
    );
  }
}
