import { Injectable } from '@nestjs/common';
import { LessThan, LessThanOrEqual } from 'typeorm';
import { UnitOfWork } from '../database/unit-of-work.js';
import { OutboxEvent } from './outbox-event.entity.js';

@Injectable()
export class OutboxRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async insert(events: OutboxEvent[]): Promise<void> {
    await this.uow.repository(OutboxEvent).insert(events);
  }

  findDue(now: Date, limit: number): Promise<OutboxEvent[]> {
    return this.uow.repository(OutboxEvent).find({
      where: { state: 'pending', dueAt: LessThanOrEqual(now) },
      order: { dueAt: 'ASC', id: 'ASC' },
      take: limit,
    });
  }

  /** Marks an event done and says whether this call did it: another worker may have been faster. */
  async markDone(id: string): Promise<boolean> {
    const result = await this.uow.repository(OutboxEvent).update({ id, state: 'pending' }, { state: 'done' });
    return result.affected === 1;
  }

  existsDone(id: string): Promise<boolean> {
    return this.uow.repository(OutboxEvent).existsBy({ id, state: 'done' });
  }

  async markFailed(
    id: string,
    attempts: number,
    dueAt: Date,
    lastError: string,
    dead: boolean,
  ): Promise<void> {
    await this.uow
      .repository(OutboxEvent)
      .update({ id, state: 'pending' }, { attempts, dueAt, lastError, state: dead ? 'dead' : 'pending' });
  }

  /** What was given up stays: somebody has to look at it. */
  async deleteDoneBefore(before: Date, limit: number): Promise<number> {
    const repository = this.uow.repository(OutboxEvent);
    const old = await repository.find({
      select: { id: true },
      where: { state: 'done', dueAt: LessThan(before) },
      take: limit,
    });
    if (old.length > 0) await repository.delete(old.map(({ id }) => id));
    return old.length;
  }

  /** Seconds that the oldest waiting event waits, and how many were given up. */
  async measure(now: Date): Promise<{ oldestPendingSeconds: number; dead: number }> {
    const repository = this.uow.repository(OutboxEvent);
    const oldest = await repository.findOne({ where: { state: 'pending' }, order: { dueAt: 'ASC' } });
    const dead = await repository.countBy({ state: 'dead' });
    const seconds = oldest ? (now.getTime() - oldest.createdAt.getTime()) / 1000 : 0;
    return { oldestPendingSeconds: Math.max(0, seconds), dead };
  }
}
