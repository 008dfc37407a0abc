import { Injectable, Logger } from '@nestjs/common';
import { isWorkingDay } from '#libs/workdays';
import { Clock } from '../common/clock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { ClauseLifeService } from './clause-life.service.js';
import { isStep } from './draft.terms.js';
import { DraftsRepository } from './drafts/drafts.repository.js';
import { ReviewNoticesService } from './review-notices.service.js';
import { ReviewsService } from './reviews.service.js';

const MOST = 500;

/** What happens by itself: publications at their time, reminders, clauses that expire. Any number may run at once. */
@Injectable()
export class ReviewClockService {
  private readonly logger = new Logger('ReviewClock');

  constructor(
    private readonly drafts: DraftsRepository,
    private readonly reviews: ReviewsService,
    private readonly notices: ReviewNoticesService,
    private readonly life: ClauseLifeService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Publishes what is due. One that fails does not keep the others waiting. */
  async release(): Promise<void> {
    for (const id of await this.drafts.findScheduledBefore(this.clock.now(), MOST)) {
      try {
        await this.reviews.release(id);
      } catch (error) {
        this.logger.error(error);
      }
    }
  }

  /** Reminds on the day a step is due, and tells those above on the next working day. */
  async remind(): Promise<void> {
    const today = this.clock.today();
    if (!isWorkingDay(today)) return;
    for (const draft of await this.drafts.findDue(today, MOST)) {
      const { state, dueOn } = draft;
      if (!isStep(state) || dueOn === null) continue;
      await this.uow.run(() => this.notices.remind(draft, state, dueOn < today));
    }
  }

  expire(): Promise<void> {
    return this.life.expire();
  }
}
