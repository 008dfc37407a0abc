import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Clause } from './clause.entity.js';

/** A place in the order of changes. */
export interface TitlePlace {
  updatedAt: Date;
  id: string;
}

/** What a clause is called now. */
export interface ChangedTitle extends TitlePlace {
  title: string;
}

/** Newest titles of clauses, published or not. */
@Injectable()
export class ClauseTitlesRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Those changed after a place, in the order of their changes; from the first where it is null. */
  async findChanged(after: TitlePlace | null, limit: number): Promise<ChangedTitle[]> {
    const query = this.uow
      .repository(Clause)
      .createQueryBuilder('clause')
      .select(['clause.id', 'clause.latestTitle', 'clause.updatedAt'])
      .orderBy('clause.updatedAt')
      .addOrderBy('clause.id')
      .limit(limit);
    if (after) {
      query.where(
        'clause.updatedAt >= :updatedAt AND (clause.updatedAt > :updatedAt OR clause.id > :id)',
        after,
      );
    }
    const rows = await query.getMany();
    return rows.map(({ id, latestTitle, updatedAt }) => ({ id, title: latestTitle, updatedAt }));
  }

  async findByIds(
    ids: readonly string[],
  ): Promise<{ id: string; code: string; title: string; status: string; departmentId: string }[]> {
    if (ids.length === 0) return [];
    const rows = await this.uow.repository(Clause).find({
      select: { id: true, code: true, latestTitle: true, status: true, departmentId: true },
      where: { id: In(ids) },
    });
    return rows.map(({ latestTitle, ...row }) => ({ ...row, title: latestTitle }));
  }
}
