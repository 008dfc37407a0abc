import { Injectable } from '@nestjs/common';
import { In, MoreThanOrEqual } from 'typeorm';
import { UnitOfWork } from '../database/unit-of-work.js';
import { ClauseViewDay } from './clause-view-day.entity.js';
import { Clause } from './clause.entity.js';

@Injectable()
export class ClauseViewsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** By code; at most a few thousand codes. */
  async findClauses(codes: readonly string[]): Promise<Map<string, Pick<Clause, 'id' | 'departmentId'>>> {
    const rows = await this.uow
      .repository(Clause)
      .find({ select: { id: true, code: true, departmentId: true }, where: { code: In([...codes]) } });
    return new Map(rows.map((row) => [row.code, row]));
  }

  /** How often a clause was opened from a day on. */
  async sumSince(clauseId: string, day: string): Promise<number> {
    return (
      (await this.uow.repository(ClauseViewDay).sum('views', { clauseId, day: MoreThanOrEqual(day) })) ?? 0
    );
  }

  /** Adds to the count of one day. */
  async add(clauseId: string, day: string, views: number): Promise<void> {
    const update = this.uow.addingOnConflict('clause_view_day', ['clause_id', 'day'], 'views');
    await this.uow.manager.query(
      `INSERT INTO clause_view_day (clause_id, day, views) VALUES (?, ?, ?) ${update}`,
      [clauseId, day, views],
    );
  }
}
