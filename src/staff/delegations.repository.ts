import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Delegation } from './delegation.entity.js';

/** Which delegations hold on a day. */
const on = (day: string) => ({
  firstDay: LessThanOrEqual(day),
  lastDay: MoreThanOrEqual(day),
  endedAt: IsNull(),
});

@Injectable()
export class DelegationsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** For whom a person stands in on a day. */
  async findPrincipals(toId: string, day: string): Promise<string[]> {
    const rows = await this.uow.repository(Delegation).findBy({ toId, ...on(day) });
    return [...new Set(rows.map(({ fromId }) => fromId))];
  }

  /** Who stands in for any of these people on a day. */
  async findDelegates(fromIds: readonly string[], day: string): Promise<string[]> {
    if (fromIds.length === 0) return [];
    const rows = await this.uow.repository(Delegation).findBy({ fromId: In([...fromIds]), ...on(day) });
    return [...new Set(rows.map(({ toId }) => toId))];
  }

  /** The newest, of a person in both directions or of everybody. */
  findRecent(staffId: string | null, limit: number): Promise<Delegation[]> {
    return this.uow.repository(Delegation).find({
      where: staffId === null ? {} : [{ fromId: staffId }, { toId: staffId }],
      order: { id: 'DESC' },
      take: limit,
    });
  }

  findById(id: string): Promise<Delegation | null> {
    return this.uow.repository(Delegation).findOneBy({ id });
  }

  async insert(row: Delegation): Promise<void> {
    await this.uow.repository(Delegation).insert(row);
  }

  async end(id: string, at: Date): Promise<void> {
    await this.uow.repository(Delegation).update({ id, endedAt: IsNull() }, { endedAt: at });
  }
}
