import { Injectable } from '@nestjs/common';
import { In, type SelectQueryBuilder } from 'typeorm';
import { offsetOf } from '../common/page.query.js';
import { loadInChunks } from '../database/in-chunks.js';
import { likeAnywhere } from '../database/like-pattern.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Department } from '../departments/department.entity.js';
import type { HeldIn } from '../staff/staff-scope.js';
import { Draft } from '../reviews/drafts/draft.entity.js';
import { Clause } from './clause.entity.js';
import type { ClauseDraftView } from './staff-clause.view.js';
import type { StaffClauseQuery } from './staff-clause.query.js';

@Injectable()
export class StaffClausesRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Clauses of any status, the last changed first. */
  async findPage(query: StaffClauseQuery, places: HeldIn): Promise<{ clauses: Clause[]; total: number }> {
    const clauses = await this.filtered(query, places)
      .orderBy('clause.updatedAt', 'DESC')
      .addOrderBy('clause.id', 'DESC')
      .offset(offsetOf(query))
      .limit(query.pageSize)
      .getMany();
    return { clauses, total: await this.filtered(query, places).getCount() };
  }

  /** Where the drafts of clauses stand, by clause id. */
  async findDrafts(clauseIds: readonly string[]): Promise<Map<string, ClauseDraftView>> {
    const rows = await loadInChunks(clauseIds, (chunk) =>
      this.uow.repository(Draft).find({
        select: { id: true, subjectId: true, state: true, urgent: true, dueOn: true },
        where: { kind: 'clause', subjectId: In(chunk) },
      }),
    );
    return new Map(
      rows.map(({ id, subjectId, state, urgent, dueOn }) => [subjectId, { id, state, urgent, dueOn }]),
    );
  }

  private filtered({ status, department, q }: StaffClauseQuery, places: HeldIn): SelectQueryBuilder<Clause> {
    const rows = this.uow.repository(Clause).createQueryBuilder('clause');
    if (places !== 'all') {
      rows.andWhere('clause.departmentId IN (:...places)', { places: places.length > 0 ? places : [''] });
    }
    if (status) rows.andWhere('clause.status = :status', { status });
    if (department) {
      rows.andWhere((outer) => {
        const ids = outer.subQuery().select('owner.id').from(Department, 'owner');
        return `clause.departmentId = ${ids.where('owner.code = :department').getQuery()}`;
      });
      rows.setParameter('department', department);
    }
    if (q) {
      rows.andWhere(
        "(LOWER(clause.latestTitle) LIKE :text ESCAPE '|' OR LOWER(clause.code) LIKE :text ESCAPE '|')",
        {
          text: likeAnywhere(q.toLowerCase()),
        },
      );
    }
    return rows;
  }
}
