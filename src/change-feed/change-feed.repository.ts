import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { UnitOfWork } from '../database/unit-of-work.js';
import { ChangeFeedHead } from './change-feed-head.entity.js';
import { Change } from './change.entity.js';

const HEAD_ID = 1;

@Injectable()
export class ChangeFeedRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Takes the next `count` numbers and returns the first; other writers wait until this transaction ends. */
  async takeNumbers(count: number): Promise<number> {
    await this.uow.repository(ChangeFeedHead).increment({ id: HEAD_ID }, 'lastSequence', count);
    const head = await this.uow.repository(ChangeFeedHead).findOneByOrFail({ id: HEAD_ID });
    return head.lastSequence - count + 1;
  }

  async insert(changes: Change[]): Promise<void> {
    await this.uow.repository(Change).insert(changes);
  }

  /** The number of the newest change; 0 where nothing ever changed. */
  async lastSequence(): Promise<number> {
    return (await this.uow.repository(ChangeFeedHead).findOneByOrFail({ id: HEAD_ID })).lastSequence;
  }

  async findAfter(sequence: number, limit: number): Promise<Change[]> {
    return this.uow
      .repository(Change)
      .find({ where: { sequence: MoreThan(sequence) }, order: { sequence: 'ASC' }, take: limit });
  }
}
