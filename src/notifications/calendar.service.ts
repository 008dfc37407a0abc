import { Injectable } from '@nestjs/common';
import { CLAUSE_DATED, type ClauseDated } from '../clauses/clause-events.js';
import { ClausesService } from '../clauses/clauses.service.js';
import { Clock } from '../common/clock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { OutboxService } from '../outbox/outbox.service.js';
import { CampaignsRepository } from './campaigns.repository.js';

/** How many days before the end of an application period people are reminded. */
const REMIND_DAYS = 7;
/** A process that was off for some days catches up. */
const LOOK_BACK_DAYS = 7;
const MOST = 1_000;

/** States the facts that no person states: a period is about to end, or has ended. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly clauses: ClausesService,
    private readonly campaigns: CampaignsRepository,
    private readonly outbox: OutboxService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Looks at the calendar; each fact is stated once, however often this is called. */
  async announce(): Promise<void> {
    const ending = await this.clauses.versionsEnding(
      this.clock.today(),
      this.clock.todayPlus(REMIND_DAYS),
      MOST,
    );
    const ended = await this.clauses.versionsEnding(
      this.clock.todayPlus(-LOOK_BACK_DAYS),
      this.clock.todayPlus(-1),
      MOST,
    );
    await this.state('closing', ending);
    await this.state('expired', ended);
  }

  private async state(kind: ClauseDated['kind'], versionIds: readonly string[]): Promise<void> {
    const fresh = await this.campaigns.withoutFact(versionIds, kind);
    if (fresh.length === 0) return;
    await this.uow.run(() =>
      this.outbox.add(
        CLAUSE_DATED,
        fresh.map((clauseVersionId): ClauseDated => ({ clauseVersionId, kind })),
      ),
    );
  }
}
