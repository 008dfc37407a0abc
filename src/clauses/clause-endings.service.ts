import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { ChangeFeedService } from '../change-feed/change-feed.service.js';
import { Clock } from '../common/clock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { OutboxService } from '../outbox/outbox.service.js';
import { CLAUSE_WITHDRAWN, type ClauseWithdrawn } from './clause-events.js';
import { ClauseWritesRepository } from './clause-writes.repository.js';
import type { Clause } from './clause.entity.js';
import { ClauseNotFoundError, ClauseNotPublishedError, UnfitSuccessorError } from './clause.errors.js';
import type { ClauseStatus } from './clause.terms.js';

const MOST_EXPIRING = 200;

/** How a clause stops being valid. */
export interface ClauseEnd {
  status: Exclude<ClauseStatus, 'draft' | 'published'>;
  /** As the public may read. */
  reason: string;
  /** Code of the clause that takes its place. */
  successor?: string;
  /** What was public until now should never have been: it is not shown for any day. */
  hide?: boolean;
}

/** Takes clauses off the shelf: withdrawn, repealed, superseded, expired. */
@Injectable()
export class ClauseEndingsService {
  constructor(
    private readonly clauses: ClauseWritesRepository,
    private readonly feed: ChangeFeedService,
    private readonly outbox: OutboxService,
    private readonly audit: AuditService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Ends a published clause; what was not sent yet will not be.
   * @returns its id
   * @throws ClauseNotFoundError, ClauseNotPublishedError, UnfitSuccessorError
   */
  end(code: string, { status, reason, successor, hide = false }: ClauseEnd): Promise<string> {
    return this.uow.run(async () => {
      const now = this.clock.now();
      await this.clauses.lock(code, now);
      const clause = await this.get(code);
      if (clause.status !== 'published' || clause.publishedVersionId === null)
        throw new ClauseNotPublishedError();
      const successorId = successor === undefined ? null : await this.successorOf(code, successor);
      const clauseVersionId = clause.publishedVersionId;
      const { number } = await this.clauses.getVersion(clauseVersionId);
      const hiddenThrough = hide ? number : clause.hiddenThrough;
      const ended = { status, endedAt: now, endReason: reason, hiddenThrough, successorId, updatedAt: now };
      await this.clauses.saveClauses([{ ...clause, ...ended }]);
      await this.clauses.markSuperseded([clauseVersionId], now);
      const event: ClauseWithdrawn = { clauseId: clause.id, clauseVersionId };
      await this.outbox.add(CLAUSE_WITHDRAWN, [event]);
      await this.audit.record({
        action: status === 'withdrawn' ? 'clause.withdrawn' : 'clause.ended',
        subject: { kind: 'clause', id: code, name: clause.latestTitle },
        versionId: clauseVersionId,
        detail: { status, reason, successor, hide: hide || undefined },
      });
      await this.feed.record('policy', [clause.policyId]);
      await this.feed.record('clause', [clause.id]);
      return clause.id;
    });
  }

  /**
   * Sets the last day on which a published clause is valid; null takes it back.
   * @throws ClauseNotFoundError, ClauseNotPublishedError
   */
  setExpiry(code: string, on: string | null, reason: string): Promise<void> {
    return this.uow.run(async () => {
      const now = this.clock.now();
      await this.clauses.lock(code, now);
      const clause = await this.get(code);
      if (clause.status !== 'published') throw new ClauseNotPublishedError();
      await this.clauses.saveClauses([
        { ...clause, expiresOn: on, endReason: on === null ? null : reason, updatedAt: now },
      ]);
      await this.audit.record({
        action: 'clause.expiry-set',
        subject: { kind: 'clause', id: code, name: clause.latestTitle },
        versionId: clause.publishedVersionId,
        detail: { on, reason, before: clause.expiresOn },
      });
    });
  }

  /** Codes of published clauses whose last day is over. */
  async due(): Promise<{ code: string; reason: string }[]> {
    const rows = await this.clauses.findExpired(this.clock.today(), MOST_EXPIRING);
    return rows.map(({ code, endReason }) => ({ code, reason: endReason ?? '' }));
  }

  private async successorOf(code: string, successor: string): Promise<string> {
    const found = (await this.clauses.findByCodes([successor])).get(successor);
    if (found?.status !== 'published' || successor === code) throw new UnfitSuccessorError();
    return found.id;
  }

  private async get(code: string): Promise<Clause> {
    const clause = (await this.clauses.findByCodes([code])).get(code);
    if (!clause) throw new ClauseNotFoundError();
    return clause;
  }
}
