import { fileURLToPath } from 'node:url';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import {
  findAttribute,
  leavesOf,
  type Sensitivity,
  SENSITIVITIES,
  type Subject,
  SUBJECTS,
} from '#libs/eligibility';
import { Piscina } from 'piscina';
import type { ClauseRow } from '../clauses/clause-row.js';
import type { MatchList } from '../subscriptions/merge-subscribers.js';
import type { MatchOutcome, MatchTask } from './match-profiles.worker.js';
import { ProfileKeysService } from './profile-keys.service.js';
import { ProfilesRepository, type WatchedProfile } from './profiles.repository.js';
import { RuleBookService, ruleOf } from './rule-book.service.js';

const PAGE = 4_000;
const THREADS = 2;

/** Reads matches of one clause, page by page in the order of accounts. */
export type ReadProfiles = (after: string) => Promise<MatchList>;

/** What must be opened to judge a condition; what it may be worked out from, too. */
function sensitivitiesOf(subject: Subject, keys: readonly string[]): Sensitivity[] {
  const sources = keys.flatMap((key) => [key, ...(findAttribute(subject, key)?.derivedFrom ?? [])]);
  const needed = new Set(sources.map((key) => findAttribute(subject, key)?.sensitivity));
  return SENSITIVITIES.filter((sensitivity) => needed.has(sensitivity));
}

/** The rows of whole accounts: a full page may end in the middle of one. */
function wholeAccounts(rows: WatchedProfile[]): { rows: WatchedProfile[]; upTo: string | null } {
  if (rows.length < PAGE) return { rows, upTo: null };
  const last = rows.at(-1)?.accountId;
  const whole = rows.filter(({ accountId }) => accountId !== last);
  return { rows: whole, upTo: whole.at(-1)?.accountId ?? null };
}

/** Finds the stored profiles that a clause fits; threads open and judge them, so that nobody waits. */
@Injectable()
export class ProfileMatchingService implements OnApplicationShutdown {
  private readonly logger = new Logger('ProfileMatching');
  private pool: Piscina<MatchTask, MatchOutcome> | null = null;

  constructor(
    private readonly profiles: ProfilesRepository,
    private readonly keys: ProfileKeysService,
    private readonly book: RuleBookService,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.destroy();
    this.pool = null;
  }

  /** One reader for each subject that the clause has rules for; none where it has no rules. */
  readersOf(row: ClauseRow): ReadProfiles[] {
    const rule = ruleOf(row, this.book.today());
    return SUBJECTS.flatMap((subject) => {
      const part = rule?.parts[subject];
      if (!part) return [];
      const keys = leavesOf(part.when).map(({ attribute }) => attribute);
      return [this.reader(row, subject, sensitivitiesOf(subject, keys))];
    });
  }

  private reader(row: ClauseRow, subject: Subject, sensitivities: Sensitivity[]): ReadProfiles {
    const read = (after: string): Promise<WatchedProfile[]> =>
      this.profiles.findWatchedAfter(subject, after, sensitivities, PAGE);
    let ahead: { after: string; rows: Promise<WatchedProfile[]> } | null = null;
    return async (after) => {
      const found = await (ahead?.after === after ? ahead.rows : read(after));
      const { rows, upTo } = wholeAccounts(found);
      const judging = this.judge(row, subject, sensitivities, rows);
      // The next page is read while threads judge this one.
      ahead = upTo === null ? null : { after: upTo, rows: read(upTo) };
      ahead?.rows.catch(() => undefined);
      const matches = (await judging).map(({ id, accountId, frequency }) => ({
        accountId,
        frequency,
        target: { kind: 'profile', id } as const,
      }));
      return upTo === null ? { matches, complete: true } : { matches, complete: false, upTo };
    };
  }

  private async judge(
    { version }: ClauseRow,
    subject: Subject,
    sensitivities: Sensitivity[],
    rows: readonly WatchedProfile[],
  ): Promise<WatchedProfile[]> {
    if (rows.length === 0 || !version.eligibility) return [];
    const { id: versionId, eligibility, conditions } = version;
    const today = this.book.today();
    const size = Math.ceil(rows.length / THREADS);
    const parts = [rows.slice(0, size), rows.slice(size)].filter((part) => part.length > 0);
    const outcomes = await Promise.all(
      parts.map((part) =>
        this.threads().run({ versionId, eligibility, conditions, subject, today, sensitivities, rows: part }),
      ),
    );
    const unreadable = outcomes.reduce((sum, outcome) => sum + outcome.unreadable, 0);
    if (unreadable > 0) this.logger.warn({ unreadable });
    return outcomes.flatMap(({ fits }, index) => fits.flatMap((place) => parts[index]?.[place] ?? []));
  }

  private threads(): Piscina<MatchTask, MatchOutcome> {
    this.pool ??= new Piscina<MatchTask, MatchOutcome>({
      filename: fileURLToPath(new URL('./match-profiles.worker.js', import.meta.url)),
      name: 'default',
      minThreads: 0,
      maxThreads: THREADS,
      idleTimeout: 10_000,
      workerData: { keys: this.keys.keys },
      recordTiming: false,
    });
    return this.pool;
  }
}
