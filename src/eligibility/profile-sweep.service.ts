import { setImmediate } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { type Answers, compileCondition, parseDay, type Subject, SUBJECTS } from '#libs/eligibility';
import { Clock } from '../common/clock.js';
import { isUniqueViolation } from '../database/driver-codes.js';
import { BEFORE_ALL_IDS } from '../database/new-id.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { fittingClauses, movesWithTime } from './fitting-clauses.js';
import { MatchPackingService } from './match-packing.service.js';
import { daysOf } from './profile-days.js';
import { ProfileKeysService } from './profile-keys.service.js';
import { CannotOpenError } from './profile-seal.js';
import { ProfilesRepository, type WatchedProfile } from './profiles.repository.js';
import { ProfilesService } from './profiles.service.js';
import { type BookEntry, RuleBookService } from './rule-book.service.js';

/** Days that were missed are caught up. */
const LOOK_BACK_DAYS = 7;
const PAGE = 200;

/** Once a day: finds what birthdays and anniversaries made fit, and erases what is kept no longer. */
@Injectable()
export class ProfileSweepService {
  private readonly logger = new Logger('ProfileSweep');

  constructor(
    private readonly profiles: ProfilesRepository,
    private readonly service: ProfilesService,
    private readonly keys: ProfileKeysService,
    private readonly packing: MatchPackingService,
    private readonly book: RuleBookService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Does the day's work, unless some process has begun it. */
  async sweep(): Promise<void> {
    const day = this.clock.today();
    if ((await this.profiles.existsSweep(day)) || !(await this.take(day))) return;
    await this.packing.breakUpExpired(day);
    await this.uow.run(() => this.profiles.deleteExpired(day));
    await this.packing.check();
    const dates = Array.from({ length: LOOK_BACK_DAYS }, (_none, back) => this.clock.todayPlus(-back));
    const past = parseDay(this.clock.todayPlus(-LOOK_BACK_DAYS)) ?? 0;
    const entries = [...(await this.book.current()).values()];
    const [now, then] = [this.moving(entries), this.moving(entries, past)];
    for (let after = BEFORE_ALL_IDS; ;) {
      const page = await this.profiles.findWithDays(daysOf(dates), after, PAGE);
      for (const profile of page) {
        await this.look(profile, now[profile.subject], then[profile.subject], past);
        await setImmediate();
      }
      if (page.length < PAGE) return;
      after = page.at(-1)?.id ?? '';
    }
  }

  private async take(day: string): Promise<boolean> {
    try {
      await this.uow.run(() => this.profiles.insertSweep({ day, startedAt: this.clock.now() }));
      return true;
    } catch (error) {
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  }

  /** Clauses that the calendar can turn, compiled for a day. */
  private moving(entries: readonly BookEntry[], day?: number): Record<Subject, BookEntry[]> {
    const of = (subject: Subject): BookEntry[] =>
      entries
        .filter((entry) => movesWithTime(entry, subject))
        .map((entry) => {
          const part = entry.rule?.parts[subject];
          if (day === undefined || !part) return entry;
          return { ...entry, judge: { [subject]: compileCondition(part.when, subject, day) } };
        });
    const [enterprise, citizen] = SUBJECTS.map(of);
    return { enterprise: enterprise ?? [], citizen: citizen ?? [] };
  }

  private async look(
    profile: WatchedProfile,
    now: readonly BookEntry[],
    then: readonly BookEntry[],
    past: number,
  ): Promise<void> {
    let answers: Answers;
    try {
      answers = this.keys.seal.open(profile) as Answers;
    } catch (error) {
      if (!(error instanceof CannotOpenError)) throw error;
      this.logger.warn({ unreadable: 1 });
      return;
    }
    const before = fittingClauses(then, profile.subject, answers, past);
    const today = fittingClauses(now, profile.subject, answers, this.book.today());
    const fresh = [...today].filter((version) => !before.has(version));
    const { accountId, id: profileId, frequency } = profile;
    await this.uow.run(() => this.service.tell({ accountId, profileId, clauseVersionIds: fresh, frequency }));
  }
}
