import { Injectable } from '@nestjs/common';
import type { Sensitivity } from '#libs/eligibility';
import { MatchPacksRepository, type SealedPack } from './match-packs.repository.js';
import type { Judgement } from './profile-judge.js';
import { ProfilesRepository, type WatchedProfile, type Watcher } from './profiles.repository.js';
import { wholeAccounts } from './whole-accounts.js';

/** Loose profiles of a page. */
const PAGE = 4_000;

/** Stored profiles of some accounts: those of a pack, and what is loose among them. */
export interface ProfilePage {
  pack: SealedPack | null;
  /** What the pack says of these holds no longer. */
  loose: WatchedProfile[];
  /** The last account that was read; null at the end. */
  upTo: string | null;
}

/** Reads stored profiles in the order of accounts, a pack at a time. */
@Injectable()
export class ProfilePagesService {
  constructor(
    private readonly packs: MatchPacksRepository,
    private readonly profiles: ProfilesRepository,
  ) {}

  async next({ subject, sensitivities }: Judgement, after: string): Promise<ProfilePage> {
    for (;;) {
      const pack = await this.packs.findNext(subject, after, sensitivities);
      const range = { subject, packId: null, after, upTo: pack?.lastAccount ?? null };
      const read = await this.profiles.findWatched(range, sensitivities, PAGE);
      // What was loose may have been packed before it was read, but then into another pack than this.
      if ((await this.packs.findNextId(subject, after)) !== (pack?.id ?? null)) continue;
      const { rows, upTo } = wholeAccounts(read, PAGE);
      return { pack, loose: rows, upTo: upTo ?? range.upTo };
    }
  }

  /** The profiles of a pack, one by one. */
  rowsOf(
    { id, subject }: SealedPack,
    sensitivities: readonly Sensitivity[],
    after: string,
    upTo: string | null,
  ): Promise<WatchedProfile[]> {
    return this.profiles.findWatched({ subject, packId: id, after, upTo }, sensitivities, 2 * PAGE);
  }

  /** Who wants to hear of what fits these profiles, of the accounts after one and up to another. */
  async watchersOf(ids: readonly string[], after: string, upTo: string | null): Promise<Watcher[]> {
    const watchers = await this.profiles.findWatchers(ids);
    return watchers.filter(({ accountId }) => accountId > after && (upTo === null || accountId <= upTo));
  }
}
