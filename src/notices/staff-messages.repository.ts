import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, LessThanOrEqual, Not } from 'typeorm';
import { UnitOfWork } from '../database/unit-of-work.js';
import { StaffMessage } from './staff-message.entity.js';
import { StaffNotice } from './staff-notice.entity.js';

@Injectable()
export class StaffMessagesRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Adds messages, leaving out facts that their people were told before. */
  async insertNew(rows: readonly StaffMessage[]): Promise<void> {
    await this.uow
      .repository(StaffMessage)
      .createQueryBuilder()
      .insert()
      .values([...rows])
      .orIgnore()
      .updateEntity(false)
      .execute();
  }

  /** Of these people, those who have a message about the fact. */
  async findTold(staffIds: readonly string[], dedupeKey: string): Promise<Set<string>> {
    const rows = await this.uow.repository(StaffMessage).find({
      select: { id: true, staffId: true },
      where: { staffId: In([...staffIds]), dedupeKey },
    });
    return new Set(rows.map(({ staffId }) => staffId));
  }

  findById(id: string): Promise<StaffMessage | null> {
    return this.uow.repository(StaffMessage).findOneBy({ id });
  }

  /** Takes a message for sending and says whether this call did: from here on it counts as possibly sent. */
  async begin(id: string, now: Date, leaseEndsAt: Date): Promise<boolean> {
    const { affected } = await this.uow
      .repository(StaffMessage)
      .update({ id, state: 'pending', dueAt: LessThanOrEqual(now) }, { state: 'sending', leaseEndsAt });
    return affected === 1;
  }

  /** Records what became of a message that is being sent. */
  async finish(
    id: string,
    change: Partial<Pick<StaffMessage, 'state' | 'attempts' | 'dueAt' | 'errorCode' | 'sentAt'>>,
  ): Promise<void> {
    await this.uow
      .repository(StaffMessage)
      .update({ id, state: 'sending' }, { ...change, leaseEndsAt: null });
  }

  /** Whether the person read the notice in the console. */
  wasRead({ staffId, dedupeKey }: StaffMessage): Promise<boolean> {
    return this.uow.repository(StaffNotice).existsBy({ staffId, dedupeKey, readAt: Not(IsNull()) });
  }

  /** Nobody knows what became of these: their sender died. They are not sent again. */
  async markUncertain(now: Date): Promise<void> {
    await this.uow
      .repository(StaffMessage)
      .update({ state: 'sending', leaseEndsAt: LessThan(now) }, { state: 'uncertain', leaseEndsAt: null });
  }

  /** Ids of what waits to be sent now, the oldest first. */
  async findDue(now: Date, limit: number): Promise<string[]> {
    const rows = await this.uow.repository(StaffMessage).find({
      select: { id: true },
      where: { state: 'pending', dueAt: LessThanOrEqual(now) },
      order: { dueAt: 'ASC', id: 'ASC' },
      take: limit,
    });
    return rows.map(({ id }) => id);
  }
}
