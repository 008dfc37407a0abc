import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { offsetOf } from '../common/page.query.js';
import { likeAnywhere } from '../database/like-pattern.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Department } from '../departments/department.entity.js';
import type { HeldIn } from '../staff/staff-scope.js';
import { Clause } from './clause.entity.js';
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
