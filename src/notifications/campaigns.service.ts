import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  CLAUSE_DATED,
  CLAUSE_PUBLISHED,
  CLAUSE_WITHDRAWN,
  type ClauseDated,
  type ClausePublished,
  type ClauseWithdrawn,
} from '../clauses/clause-events.js';
import { Clock } from '../common/clock.js';
import { BEFORE_ALL_IDS, newId } from '../database/new-id.js';
import { JobQueue } from '../jobs/job-queue.js';
import { OutboxService } from '../outbox/outbox.service.js';
import { CampaignsRepository } from './campaigns.repository.js';
import { MATCH_JOB } from './matching.service.js';
import type { CampaignKind } from './notification.terms.js';

/** Turns facts into campaigns (推送): one for each version and kind of fact, however often the fact is stated. */
@Injectable()
export class CampaignsService implements OnModuleInit {
  constructor(
    private readonly campaigns: CampaignsRepository,
    private readonly outbox: OutboxService,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.outbox.register({
      type: CLAUSE_PUBLISHED,
      handle: (payload) => {
        const { clauseVersionId, kind, urgent } = payload as ClausePublished;
        return this.begin(clauseVersionId, kind, urgent ?? false);
      },
    });
    this.outbox.register({
      type: CLAUSE_WITHDRAWN,
      handle: (payload) => this.correct((payload as ClauseWithdrawn).clauseVersionId),
    });
    this.outbox.register({
      type: CLAUSE_DATED,
      handle: (payload) => {
        const { clauseVersionId, kind } = payload as ClauseDated;
        return this.begin(clauseVersionId, kind, false);
      },
    });
  }

  /** What was not sent will not be; who was told is told that it no longer holds. */
  private async correct(clauseVersionId: string): Promise<void> {
    await this.campaigns.cancelNews(clauseVersionId);
    const news = await this.campaigns.findNewsOf(clauseVersionId);
    if (news.length > 0) await this.begin(clauseVersionId, 'withdrawn', false);
  }

  private async begin(clauseVersionId: string, kind: CampaignKind, urgent: boolean): Promise<void> {
    if (await this.campaigns.existsFact(clauseVersionId, kind)) return;
    const id = newId();
    await this.campaigns.insert({
      id,
      clauseVersionId,
      kind,
      state: 'matching',
      cursor: BEFORE_ALL_IDS,
      urgent,
      paused: false,
      leaseUntil: null,
      createdAt: this.clock.now(),
    });
    await this.queue.add(MATCH_JOB, [id]);
  }
}
