import { Injectable } from '@nestjs/common';
import { type ClauseEnd, ClauseEndingsService } from '../clauses/clause-endings.service.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { DraftsRepository } from './drafts/drafts.repository.js';

/** Ends clauses, and lets their drafts begin anew: what ended comes back by a new submission only. */
@Injectable()
export class ClauseLifeService {
  constructor(
    private readonly endings: ClauseEndingsService,
    private readonly drafts: DraftsRepository,
    private readonly uow: UnitOfWork,
  ) {}

  /** @throws ClauseNotFoundError, ClauseNotPublishedError, UnfitSuccessorError */
  end(code: string, ending: ClauseEnd): Promise<void> {
    return this.uow.run(async () => {
      const clauseId = await this.endings.end(code, ending);
      const draft = await this.drafts.findBySubject('clause', clauseId);
      if (draft?.state === 'published') await this.drafts.update(draft.id, { state: 'draft' });
    });
  }

  /** @throws ClauseNotFoundError, ClauseNotPublishedError */
  setExpiry(code: string, on: string | null, reason: string): Promise<void> {
    return this.endings.setExpiry(code, on, reason);
  }

  /** Ends the clauses whose last day is over, each in a transaction of its own. */
  async expire(): Promise<void> {
    for (const { code, reason } of await this.endings.due())
      await this.end(code, { status: 'expired', reason });
  }
}
