import { Injectable } from '@nestjs/common';
import { ClauseVersion } from '../clauses/clause-version.entity.js';
import { Clause } from '../clauses/clause.entity.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { REVIEW_STEPS } from './draft.terms.js';
import { Draft } from './drafts/draft.entity.js';
import { ReviewDecision } from './review-decision.entity.js';

/** A number of each department. */
export type PerDepartment = Map<string, number>;

interface Row {
  id: string | null;
  total: number | string;
}

const grouped = (rows: Row[]): PerDepartment =>
  new Map(rows.flatMap(({ id, total }) => (id === null ? [] : [[id, Number(total)]])));

@Injectable()
export class StatisticsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async published(): Promise<PerDepartment> {
    const rows = this.uow.repository(Clause).createQueryBuilder('clause');
    rows.select('clause.departmentId', 'id').addSelect('COUNT(*)', 'total');
    return grouped(
      await rows.where("clause.status = 'published'").groupBy('clause.departmentId').getRawMany<Row>(),
    );
  }

  async publishedBetween(from: Date, to: Date): Promise<PerDepartment> {
    const rows = this.uow
      .repository(ClauseVersion)
      .createQueryBuilder('version')
      .innerJoin(Clause, 'clause', 'clause.id = version.clauseId')
      .select('clause.departmentId', 'id')
      .addSelect('COUNT(*)', 'total')
      .where('version.publishedAt >= :from AND version.publishedAt < :to', { from, to });
    return grouped(await rows.groupBy('clause.departmentId').getRawMany<Row>());
  }

  async drafts(inReview: boolean): Promise<PerDepartment> {
    const states = inReview ? [...REVIEW_STEPS, 'scheduled'] : ['draft', 'returned'];
    const rows = this.uow.repository(Draft).createQueryBuilder('draft');
    rows.select('draft.departmentId', 'id').addSelect('COUNT(*)', 'total');
    return grouped(
      await rows
        .where('draft.state IN (:...states)', { states })
        .groupBy('draft.departmentId')
        .getRawMany<Row>(),
    );
  }

  /** Decisions at steps: all of them, and those in time. */
  async decided(from: Date, to: Date): Promise<{ all: PerDepartment; inTime: PerDepartment }> {
    const rows = await this.uow
      .repository(ReviewDecision)
      .createQueryBuilder('decision')
      .innerJoin(Draft, 'draft', 'draft.id = decision.draftId')
      .select('draft.departmentId', 'id')
      .addSelect('COUNT(*)', 'total')
      .addSelect('SUM(CASE WHEN decision.inTime = :yes THEN 1 ELSE 0 END)', 'inTime')
      .where('decision.inTime IS NOT NULL AND decision.decidedAt >= :from AND decision.decidedAt < :to', {
        from,
        to,
        yes: true,
      })
      .groupBy('draft.departmentId')
      .getRawMany<Row & { inTime: number | string }>();
    return { all: grouped(rows), inTime: grouped(rows.map(({ id, inTime }) => ({ id, total: inTime }))) };
  }
}
