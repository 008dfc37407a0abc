import { Injectable } from '@nestjs/common';
import { type Subject, SUBJECTS } from '#libs/eligibility';
import { Clock } from '../common/clock.js';
import { BEFORE_ALL_IDS, newId } from '../database/new-id.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { MadePack } from './make-pack.js';
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

/** Where a pack is to be, and the one that it replaces. */
interface Place {
  replaced: PackRange | null;
  from: string;
  end: string | null;
}

/** Accounts that are packed together, and the pack that they replace. */
interface Range extends Omit<Place, 'end'> {
  rows: PackableRow[];
  /** Whether profiles of the range are left for another pack. */
  more: boolean;
}

/** A pack that a thread is making. */
interface Begun {
  id: string;
  profiles: string;
  range: Range;
  pack: Promise<MadePack>;
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

  /** While threads make one pack, the rows of the next are read; one after the other is written. */
  private async packSubject(subject: Subject, size: number): Promise<number> {
    let made = 0;
    let begun: Begun | null = null;
    const finish = async (): Promise<void> => {
      if (begun && (await this.write(subject, begun))) made += 1;
      begun = null;
    };
    for (let after = BEFORE_ALL_IDS; ;) {
      const first = await this.packs.findFirstLoose(subject, after);
      if (first === null) break;
      let place = await this.placeOf(subject, first, size);
      // The pack that is being made is not there yet to be seen.
      if (begun && place.from <= after) {
        await finish();
        place = await this.placeOf(subject, first, size);
      }
      const range = await this.rangeOf(subject, place, size);
      const next = this.begin(subject, range);
      await finish();
      begun = next;
      // What it leaves of another pack is loose only afterwards.
      if (range.replaced) await finish();
      // What changed meanwhile is left for the next time.
      const last = range.rows.at(-1)?.accountId ?? first;
      after = last > first ? last : first;
    }
    await finish();
    return made;
  }

  /** Where the pack of an account begins and ends, and which one it replaces. */
  private async placeOf(subject: Subject, first: string, size: number): Promise<Place> {
    const { own, end } = await this.packs.findAround(subject, first);
    // A pack that is not small is left alone when profiles come after its last one. Halves are not small.
    const behind = own !== null && own.size >= size / 4 && first > own.lastAccount;
    return {
      replaced: behind ? null : own,
      from: behind ? first : (own?.firstAccount ?? BEFORE_ALL_IDS),
      end,
    };
  }

  private async rangeOf(subject: Subject, place: Place, size: number): Promise<Range> {
    const { replaced, from, end } = place;
    const read = await this.packs.findRows(subject, from, end, size);
    const { rows, upTo } = wholeAccounts(read, size);
    if (upTo === null) return { replaced, from, rows, more: false };
    // Between others, room is left on both sides for more.
    const half = Math.ceil(rows.length / 2);
    const kept = end === null ? rows : wholeAccounts(rows.slice(0, half), half).rows;
    return { replaced, from, rows: kept, more: true };
  }

  /** Lets a thread make the pack of a range; null where there is nothing to make one of. */
  private begin(subject: Subject, range: Range): Begun | null {
    const { replaced, rows } = range;
    if (rows.length === 0) return null;
    // Between looking for the pack and reading its rows, somebody else may have replaced it.
    const known = [null, replaced?.id];
    if (!rows.every(({ packId }) => known.includes(packId))) return null;
    const [id, profiles] = [newId(), rows.map((row) => row.id).join(' ')];
    const pack = this.threads.pack({ id, subject, profiles, rows });
    // Whoever writes it hears of the failure; nobody may.
    pack.catch(() => undefined);
    return { id, profiles, range, pack };
  }

  /** Replaces a pack by what its rows say now; false where somebody else did so, or erased one of them. */
  private async write(subject: Subject, { id, profiles, range, pack }: Begun): Promise<boolean> {
    const { replaced, from, rows, more } = range;
    const lastAccount = rows.at(-1)?.accountId ?? from;
    const made = await pack;
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
