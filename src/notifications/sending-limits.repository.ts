import { Injectable } from '@nestjs/common';
import { chunksOf, loadInChunks, marks } from '../database/in-chunks.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { DailySending } from './daily-sending.entity.js';
import { SendQuota } from './send-quota.entity.js';

const QUOTA = 'wechat';
const CHUNK = 500;

@Injectable()
export class SendingLimitsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** How many messages accounts got on a day; those that got none are missing. */
  async findSentOn(day: string, accountIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await loadInChunks(accountIds, (chunk) =>
      this.uow.manager.query<Pick<DailySending, 'accountId' | 'sent'>[]>(
        `SELECT account_id AS accountId, sent FROM daily_sending WHERE day = ? AND account_id IN (${marks(chunk)})`,
        [day, ...chunk],
      ),
    );
    return new Map(rows.map(({ accountId, sent }) => [accountId, sent]));
  }

  async saveSentOn(day: string, sent: ReadonlyMap<string, number>): Promise<void> {
    const update = this.uow.locksRows
      ? 'ON DUPLICATE KEY UPDATE day = VALUES(day), sent = VALUES(sent)'
      : 'ON CONFLICT (account_id) DO UPDATE SET day = excluded.day, sent = excluded.sent';
    for (const chunk of chunksOf([...sent], CHUNK)) {
      await this.uow.manager.query(
        `INSERT INTO daily_sending (account_id, day, sent) VALUES ${chunk.map(() => '(?,?,?)').join(',')} ${update}`,
        chunk.flatMap(([accountId, count]) => [accountId, day, count]),
      );
    }
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
