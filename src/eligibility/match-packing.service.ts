import { Injectable } from '@nestjs/common';
import { type Subject, SUBJECTS } from '#libs/eligibility';
import { Clock } from '../common/clock.js';
import { BEFORE_ALL_IDS, newId } from '../database/new-id.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import {
  MatchPacksRepository,
  type PackableRow,
  type PackKey,
  type PackRange,
} from './match-packs.repository.js';
import { ProfileKeysService } from './profile-keys.service.js';
import { ProfileThreadsService } from './profile-threads.service.js';
import { wholeAccounts } from './whole-accounts.js';

/** Rows of a pack; erasing one of them makes all others loose. */
export const PACK_SIZE = 4_000;

/** Accounts that are packed together, and the pack that they replace. */
interface Range {
  replaced: PackRange | null;
  from: string;
  rows: PackableRow[];
  /** Whether profiles of the range are left for another pack. */
  more: boolean;
}

/** Copies profiles that rest into packs; any number of processes may do it at once. */
@Injectable()
export class MatchPackingService {
  constructor(
    private readonly packs: MatchPacksRepository,
    private readonly threads: ProfileThreadsService,
    private readonly keys: ProfileKeysService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Goes once through all that is loose, and through packs of an older key; answers how many packs were made.
   * @param size profiles of a pack at most; more than one account may have
   */
  async pack(size = PACK_SIZE): Promise<number> {
    await this.breakUp(await this.packs.findSealedOtherwise(this.keys.seal.keyId));
    let made = 0;
    for (const subject of SUBJECTS) made += await this.packSubject(subject, size);
    return made;
  }

  /** Throws away packs that hold what is no longer there, or lack what could not be opened. */
  async check(): Promise<void> {
    await this.breakUp(await this.packs.findOdd());
  }

  /** Throws away packs with profiles that are kept no longer; one at a time, so that nobody waits long. */
  async breakUpExpired(day: string): Promise<void> {
    await this.breakUp(await this.packs.findHolding('expires_on < ?', day));
  }

  private async breakUp(packs: readonly PackKey[]): Promise<void> {
    for (const pack of packs) await this.uow.run(() => this.packs.breakUp([pack]));
  }

  private async packSubject(subject: Subject, size: number): Promise<number> {
    let made = 0;
    for (let after = BEFORE_ALL_IDS; ;) {
      const first = await this.packs.findFirstLoose(subject, after);
      if (first === null) return made;
      const range = await this.rangeOf(subject, first, size);
      if (await this.packRange(subject, range)) made += 1;
      // What changed meanwhile is left for the next time.
      const last = range.rows.at(-1)?.accountId ?? first;
      after = last > first ? last : first;
    }
  }

  private async rangeOf(subject: Subject, first: string, size: number): Promise<Range> {
    const { own, end } = await this.packs.findAround(subject, first);
    // A pack that is not small is left alone when profiles come after its last one. Halves are not small.
    const behind = own !== null && own.size >= size / 4 && first > own.lastAccount;
    const replaced = behind ? null : own;
    const from = behind ? first : (own?.firstAccount ?? BEFORE_ALL_IDS);
    const read = await this.packs.findRows(subject, from, end, size);
    const { rows, upTo } = wholeAccounts(read, size);
    if (upTo === null) return { replaced, from, rows, more: false };
    // Between others, room is left on both sides for more.
    const half = Math.ceil(rows.length / 2);
    const kept = end === null ? rows : wholeAccounts(rows.slice(0, half), half).rows;
    return { replaced, from, rows: kept, more: true };
  }

  /** Replaces a pack by what its rows say now; false where somebody else did so, or erased one of them. */
  private async packRange(subject: Subject, { replaced, from, rows, more }: Range): Promise<boolean> {
    const [id, lastAccount] = [newId(), rows.at(-1)?.accountId];
    if (lastAccount === undefined) return false;
    // Between looking for the pack and reading its rows, somebody else may have replaced it.
    const known = [null, replaced?.id];
    if (!rows.every(({ packId }) => known.includes(packId))) return false;
    const profiles = rows.map((row) => row.id).join(' ');
    const made = await this.threads.pack({ id, subject, profiles, rows });
    return this.uow.run(async () => {
      const now = new Map((await this.packs.lockRows(rows.map((row) => row.id))).map((row) => [row.id, row]));
      if (!rows.every((row) => now.get(row.id)?.packId === row.packId)) return false;
      const unchanged = rows.filter((row) => now.get(row.id)?.personal === row.personal);
      if (replaced) await this.packs.remove({ id: replaced.id, subject }, more);
      const createdAt = this.clock.now();
      const size = rows.length;
      await this.packs.insert(
        { id, subject, firstAccount: from, lastAccount, profiles, size, createdAt, ...made },
        unchanged.map((row) => row.id),
      );
      return true;
    });
  }
}
