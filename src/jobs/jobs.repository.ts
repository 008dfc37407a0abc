import { Injectable } from '@nestjs/common';
import { In, LessThanOrEqual } from 'typeorm';
import { chunksOf } from '../database/in-chunks.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Job } from './job.entity.js';

@Injectable()
export class JobsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Inserts jobs, leaving out those that wait already. */
  async insertNew(jobs: readonly Job[]): Promise<void> {
    for (const chunk of chunksOf(jobs, 500)) {
      await this.uow
        .repository(Job)
        .createQueryBuilder()
        .insert()
        .values(chunk)
        .orIgnore()
        .updateEntity(false)
        .execute();
    }
  }

  count(kind: string): Promise<number> {
    return this.uow.repository(Job).countBy({ kind });
  }

  existsDue(kind: string, now: Date): Promise<boolean> {
    return this.uow.repository(Job).existsBy({ kind, dueAt: LessThanOrEqual(now) });
  }

  /** Gives up to `limit` due jobs to a worker until `leaseUntil`, the longest waiting first. */
  async claim(kind: string, workerId: string, now: Date, leaseUntil: Date, limit: number): Promise<Job[]> {
    const repository = this.uow.repository(Job);
    const query = repository
      .createQueryBuilder('job')
      .where('job.kind = :kind AND job.dueAt <= :now', { kind, now })
      .orderBy('job.dueAt')
      .limit(limit);
    if (this.uow.locksRows) query.setLock('pessimistic_write').setOnLocked('skip_locked');
    const due = await query.getMany();
    if (due.length === 0) return [];
    await repository.update({ id: In(due.map(({ id }) => id)) }, { workerId, dueAt: leaseUntil });
    return due;
  }

  async prolong(ids: readonly string[], workerId: string, leaseUntil: Date): Promise<void> {
    await this.uow.repository(Job).update({ id: In([...ids]), workerId }, { dueAt: leaseUntil });
  }

  /** Deletes a finished job, unless another worker has taken it over. */
  async delete(id: string, workerId: string): Promise<void> {
    await this.uow.repository(Job).delete({ id, workerId });
  }

  async retry(id: string, workerId: string, attempts: number, dueAt: Date): Promise<void> {
    await this.uow.repository(Job).update({ id, workerId }, { attempts, dueAt, workerId: null });
  }
}
