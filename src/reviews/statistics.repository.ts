import { Injectable } from '@nestjs/common';
import { ClauseVersion } from '../clauses/clause-version.entity.js';
import { ClauseViewDay } from '../clauses/clause-view-day.entity.js';
import { Clause } from '../clauses/clause.entity.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Delivery } from '../notifications/delivery.entity.js';
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

  async views(from: string, to: string): Promise<PerDepartment> {
    // Added up by clause first: there are thirty rows of each, and joining all of them took most of the time.
    const seen = this.uow
      .repository(ClauseViewDay)
      .createQueryBuilder('seen')
      .select('seen.clauseId', 'id')
      .addSelect('SUM(seen.views)', 'total')
      .where('seen.day BETWEEN :from AND :to', { from, to });
    const rows = this.uow.manager
      .createQueryBuilder()
      .select('clause.departmentId', 'id')
      .addSelect('SUM(day.total)', 'total')
      .from(`(${seen.groupBy('seen.clauseId').getQuery()})`, 'day')
      .innerJoin(Clause, 'clause', 'clause.id = day.id')
      .setParameters(seen.getParameters());
    return grouped(await rows.groupBy('clause.departmentId').getRawMany<Row>());
  }

  /** Different people who were told something, in the inbox or by message. */
  async reached(from: Date, to: Date): Promise<PerDepartment> {
    const rows = this.uow
      .repository(Delivery)
      .createQueryBuilder('delivery')
      .innerJoin(ClauseVersion, 'version', 'version.id = delivery.clauseVersionId')
      .innerJoin(Clause, 'clause', 'clause.id = version.clauseId')
      .select('clause.departmentId', 'id')
      .addSelect('COUNT(DISTINCT delivery.accountId)', 'total')
      .where('delivery.createdAt >= :from AND delivery.createdAt < :to', { from, to });
    return grouped(await rows.groupBy('clause.departmentId').getRawMany<Row>());
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
