import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { offsetOf, type PageQuery } from '../common/page.query.js';
import { loadInChunks } from '../database/in-chunks.js';
import { asColumns } from '../database/as-columns.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { DraftState } from './draft.terms.js';
import { ReviewDecision } from './review-decision.entity.js';
import { Submission } from './submission.entity.js';

@Injectable()
export class DecisionsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async insert(row: ReviewDecision): Promise<void> {
    await this.uow.repository(ReviewDecision).insert(row);
  }

  async insertSubmission(row: Submission): Promise<void> {
    await this.uow.repository(Submission).insert(asColumns<Submission>(row));
  }

  async getSubmission(id: string): Promise<Submission> {
    return this.uow.repository(Submission).findOneByOrFail({ id });
  }

  async markPublished(
    submissionId: string,
    publishedAt: Date,
    publishedVersion: number | null,
  ): Promise<void> {
    await this.uow.repository(Submission).update({ id: submissionId }, { publishedAt, publishedVersion });
  }

  /** Approvals of these steps stop counting. */
  async strike(
    { id: draftId, cycle }: { id: string; cycle: number },
    steps: readonly DraftState[],
  ): Promise<void> {
    await this.uow
      .repository(ReviewDecision)
      .update({ draftId, cycle, standing: true, step: In([...steps]) }, { standing: false });
  }

  /** Everything that was decided since the last publication, the oldest first. */
  findOfCycle(draftId: string, cycle: number): Promise<ReviewDecision[]> {
    return this.uow
      .repository(ReviewDecision)
      .find({ where: { draftId, cycle }, order: { decidedAt: 'ASC', id: 'ASC' } });
  }

  async findPage(draftId: string, query: PageQuery): Promise<{ decisions: ReviewDecision[]; total: number }> {
    const [decisions, total] = await this.uow.repository(ReviewDecision).findAndCount({
      where: { draftId },
      order: { decidedAt: 'DESC', id: 'DESC' },
      skip: offsetOf(query),
      take: query.pageSize,
    });
    return { decisions, total };
  }

  /** The submissions of a draft that became versions, by version number. */
  async findPublished(draftId: string, versions: readonly number[]): Promise<Map<number, Submission>> {
    const rows = await this.uow
      .repository(Submission)
      .findBy({ draftId, publishedVersion: In([...versions]) });
    return new Map(rows.map((row) => [row.publishedVersion ?? 0, row]));
  }

  /** Decisions of drafts up to now, by submission. */
  async findOfSubmissions(ids: readonly string[]): Promise<Map<string, ReviewDecision[]>> {
    const rows = await loadInChunks(ids, (chunk) =>
      this.uow.repository(ReviewDecision).find({
        where: { submissionId: In(chunk) },
        order: { decidedAt: 'ASC', id: 'ASC' },
      }),
    );
    const grouped = new Map<string, ReviewDecision[]>();
    for (const row of rows) {
      const key = row.submissionId ?? '';
      grouped.set(key, [...(grouped.get(key) ?? []), row]);
    }
    return grouped;
  }

  /** The last return of each draft; drafts that were never returned are missing. */
  async findLastReturns(draftIds: readonly string[]): Promise<Map<string, ReviewDecision>> {
    const rows = await loadInChunks(draftIds, (chunk) =>
      this.uow.repository(ReviewDecision).find({
        where: { draftId: In(chunk), action: In(['return', 'fail']) },
        order: { decidedAt: 'ASC', id: 'ASC' },
      }),
    );
    return new Map(rows.map((row) => [row.draftId, row]));
  }
}
