import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  CLAUSE_PUBLISHED,
  CLAUSE_WITHDRAWN,
  type ClausePublished,
  type ClauseWithdrawn,
} from '../clauses/clause-events.js';
import { Clock } from '../common/clock.js';
import { BEFORE_ALL_IDS, newId } from '../database/new-id.js';
import { OutboxService } from '../outbox/outbox.service.js';
import { CampaignsRepository } from './campaigns.repository.js';

/** Begins and ends pushes when clauses go public or are withdrawn (推送). */
@Injectable()
export class CampaignsService implements OnModuleInit {
  constructor(
    private readonly campaigns: CampaignsRepository,
    private readonly outbox: OutboxService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.outbox.register({
      type: CLAUSE_PUBLISHED,
      handle: (payload) => this.begin(payload as ClausePublished),
    });
    this.outbox.register({
      type: CLAUSE_WITHDRAWN,
      handle: (payload) => this.campaigns.cancel((payload as ClauseWithdrawn).clauseVersionId),
    });
  }

  /** One campaign for each version, however often the event is delivered. */
  private async begin({ clauseVersionId, kind }: ClausePublished): Promise<void> {
    if (await this.campaigns.existsForVersion(clauseVersionId)) return;
    await this.campaigns.insert({
      id: newId(),
      clauseVersionId,
      kind,
      state: 'matching',
      cursor: BEFORE_ALL_IDS,
      leaseUntil: null,
      createdAt: this.clock.now(),
    });
  }
}
