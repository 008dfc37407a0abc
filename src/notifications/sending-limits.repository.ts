import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { loadInChunks } from '../database/in-chunks.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { DailySending } from './daily-sending.entity.js';
import { SendQuota } from './send-quota.entity.js';

const QUOTA = 'wechat';

@Injectable()
export class SendingLimitsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** How many messages accounts got on a day; those that got none are missing. */
  async findSentOn(day: string, accountIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await loadInChunks(accountIds, (chunk) =>
      this.uow.repository(DailySending).findBy({ accountId: In(chunk), day }),
    );
    return new Map(rows.map(({ accountId, sent }) => [accountId, sent]));
  }

  async saveSentOn(day: string, sent: ReadonlyMap<string, number>): Promise<void> {
    if (sent.size === 0) return;
    const rows = [...sent].map(([accountId, count]) => ({ accountId, day, sent: count }));
    await this.uow.repository(DailySending).upsert(rows, ['accountId']);
  }

  /** The present second's use, locked until the transaction ends. */
  async lockQuota(): Promise<SendQuota | null> {
    const lock = this.uow.locksRows ? { lock: { mode: 'pessimistic_write' as const } } : {};
    return this.uow.repository(SendQuota).findOne({ where: { name: QUOTA }, ...lock });
  }

  async saveQuota(windowStart: Date, used: number): Promise<void> {
    await this.uow.repository(SendQuota).upsert({ name: QUOTA, windowStart, used }, ['name']);
  }
}
