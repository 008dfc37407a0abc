import { Injectable } from '@nestjs/common';
import { chunksOf, loadInChunks, marks } from '../database/in-chunks.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Consent } from './consent.entity.js';

@Injectable()
export class ConsentsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  findOfAccount(accountId: string): Promise<Consent[]> {
    return this.uow.repository(Consent).find({ where: { accountId }, order: { templateId: 'ASC' } });
  }

  async findRemaining(templateId: string, accountIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await loadInChunks(accountIds, (chunk) =>
      this.uow.manager.query<Pick<Consent, 'accountId' | 'remaining'>[]>(
        `SELECT account_id AS accountId, remaining FROM consent WHERE template_id = ? AND account_id IN (${marks(chunk)})`,
        [templateId, ...chunk],
      ),
    );
    return new Map(rows.map((row) => [row.accountId, row.remaining]));
  }

  async add(accountId: string, templateId: string, count: number, now: Date): Promise<void> {
    const repository = this.uow.repository(Consent);
    const { affected } = await repository
      .createQueryBuilder()
      .update()
      .set({ remaining: () => 'remaining + :count', updatedAt: now })
      .where('accountId = :accountId AND templateId = :templateId', { accountId, templateId })
      .setParameters({ count })
      .execute();
    if (affected === 0) await repository.insert({ accountId, templateId, remaining: count, updatedAt: now });
  }

  async set(
    accountIds: readonly string[],
    templateId: string,
    remaining: number,
    updatedAt: Date,
  ): Promise<void> {
    if (accountIds.length === 0) return;
    const rows = accountIds.map((accountId) => ({ accountId, templateId, remaining, updatedAt }));
    await this.uow.repository(Consent).upsert(rows, ['accountId', 'templateId']);
  }

  /** Takes `count` from each account's rest, which never falls below zero. */
  async spend(
    accountIds: readonly string[],
    templateId: string,
    count: number,
    updatedAt: Date,
  ): Promise<void> {
    for (const chunk of chunksOf(accountIds, 500)) {
      await this.uow.manager.query(
        `UPDATE consent SET remaining = CASE WHEN remaining > ? THEN remaining - ? ELSE 0 END, updated_at = ?
         WHERE template_id = ? AND account_id IN (${chunk.map(() => '?').join(',')})`,
        [count, count, this.uow.instant(updatedAt), templateId, ...chunk],
      );
    }
  }
}
