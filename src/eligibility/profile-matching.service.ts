import { Injectable, Logger } from '@nestjs/common';
import { attributesNeeded, findAttribute, SENSITIVITIES, type Subject, SUBJECTS } from '#libs/eligibility';
import type { ClauseRow } from '../clauses/clause-row.js';
import type { MatchList } from '../subscriptions/merge-subscribers.js';
import { PageAhead } from './page-ahead.js';
import type { Judgement } from './profile-judge.js';
import { type ProfilePage, ProfilePagesService } from './profile-pages.service.js';
import { ProfileThreadsService, THREADS } from './profile-threads.service.js';
import type { WatchedProfile, Watcher } from './profiles.repository.js';
import { RuleBookService, ruleOf } from './rule-book.service.js';

/** Reads matches of one clause, page by page in the order of accounts. */
export type ReadProfiles = (after: string) => Promise<MatchList>;

/** Finds the stored profiles that a clause fits; threads open and judge them, so that nobody waits. */
@Injectable()
export class ProfileMatchingService {
  private readonly logger = new Logger('ProfileMatching');

  constructor(
    private readonly pages: ProfilePagesService,
    private readonly threads: ProfileThreadsService,
    private readonly book: RuleBookService,
  ) {}

  /** One reader for each subject that the clause has rules for; none where it has no rules. */
  readersOf(row: ClauseRow): ReadProfiles[] {
    const { id: versionId, eligibility, conditions } = row.version;
    const today = this.book.today();
    const rule = ruleOf(row, today);
    return SUBJECTS.flatMap((subject) => {
      const part = rule?.parts[subject];
      if (!part || !eligibility) return [];
      const keys = attributesNeeded(part.when, subject);
      return [this.reader({ versionId, eligibility, conditions, subject, today, ...opened(subject, keys) })];
    });
  }

  /** While one page is judged, the next ones are read and judged: there are several threads. */
  private reader(judgement: Judgement): ReadProfiles {
    const ahead = new PageAhead(
      THREADS,
      (after) => this.pages.next(judgement, after),
      (page, after) => this.judge(judgement, page, after),
    );
    return async (after) => {
      const { page, result } = await ahead.take(after);
      const matches = result.map(({ id, accountId, frequency }) => ({
        accountId,
        frequency,
        target: { kind: 'profile', id } as const,
      }));
      return page.upTo === null ? { matches, complete: true } : { matches, complete: false, upTo: page.upTo };
    };
  }

  /** Who is to hear of the profiles of a page that fit, in the order of accounts. */
  private async judge(judgement: Judgement, page: ProfilePage, after: string): Promise<Watcher[]> {
    const [packed, loose] = await Promise.all([
      this.judgePack(judgement, page, after),
      this.judgeRows(judgement, page.loose),
    ]);
    return [...packed, ...loose].sort((a, b) => (a.accountId < b.accountId ? -1 : 1));
  }

  private async judgePack(
    judgement: Judgement,
    { pack, loose, upTo }: ProfilePage,
    after: string,
  ): Promise<Watcher[]> {
    if (!pack) return [];
    const fits = await this.threads.judgePack(judgement, pack);
    if (!fits) {
      this.logger.warn({ pack: 'unreadable' });
      return this.judgeRows(judgement, await this.pages.rowsOf(pack, judgement.sensitivities, after, upTo));
    }
    const changed = new Set(loose.map(({ id }) => id));
    const ids = pack.profiles.split(' ');
    const found = fits.flatMap((place) => ids[place] ?? []).filter((id) => !changed.has(id));
    return this.pages.watchersOf(found, after, upTo);
  }

  private async judgeRows(judgement: Judgement, rows: readonly WatchedProfile[]): Promise<WatchedProfile[]> {
    const { fits, unreadable } = await this.threads.judgeRows(judgement, rows);
    if (unreadable > 0) this.logger.warn({ unreadable });
    return fits.flatMap((place) => rows[place] ?? []);
  }
}

/** What must be opened to know some attributes. */
function opened(subject: Subject, keys: readonly string[]): Pick<Judgement, 'sensitivities'> {
  const needed = new Set(keys.map((key) => findAttribute(subject, key)?.sensitivity));
  return { sensitivities: SENSITIVITIES.filter((sensitivity) => needed.has(sensitivity)) };
}
