import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { UnitOfWork } from '../database/unit-of-work.js';
import { ClauseViewDay } from './clause-view-day.entity.js';
import { Clause } from './clause.entity.js';

@Injectable()
export class ClauseViewsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Ids by code; at most a few thousand codes. */
  async findIds(codes: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.uow
      .repository(Clause)
      .find({ select: { id: true, code: true }, where: { code: In([...codes]) } });
    return new Map(rows.map(({ id, code }) => [code, id]));
  }

  /** Adds to the count of one day. */
  async add(clauseId: string, day: string, views: number): Promise<void> {
    const repository = this.uow.repository(ClauseViewDay);
    const { affected } = await repository.increment({ clauseId, day }, 'views', views);
    if (!affected) await repository.insert({ clauseId, day, views });
  }
}
