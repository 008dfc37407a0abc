import { Injectable } from '@nestjs/common';
import { Between, In, IsNull, MoreThan, Not } from 'typeorm';
import { chunksOf } from '../database/in-chunks.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Delivery } from './delivery.entity.js';
import type { DeliveryState } from './notification.terms.js';

/** What a new delivery has of its own. */
export type NewDelivery = Pick<Delivery, 'id' | 'accountId' | 'reasons' | 'dueAt'>;

/** What all deliveries that are made together share. */
export type DeliveryBase = Pick<Delivery, 'campaignId' | 'clauseVersionId' | 'kind' | 'createdAt'>;

/** Rows of one statement; each has 8 parameters, and SQLite takes 32,766 of them. */
const ROWS = 1_000;
const COLUMNS =
  'id, account_id, reasons, due_at, campaign_id, clause_version_id, kind, created_at, state, attempts';

/** The deliveries of campaigns: made, looked through, put off and ended. */
@Injectable()
export class DeliveriesRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /**
   * Inserts deliveries, leaving out those whose account was already told the fact. Written by hand: a campaign may
   * make a million rows, and describing each to the mapper takes longer than inserting it.
   * @returns how many were made
   */
  async insertNew(base: DeliveryBase, deliveries: readonly NewDelivery[]): Promise<number> {
    const runner = this.uow.manager.queryRunner;
    if (!runner) throw new Error('Deliveries are made inside a transaction');
    const createdAt = this.uow.instant(base.createdAt);
    const [insert, otherwise] = this.uow.locksRows
      ? ['INSERT IGNORE INTO', '']
      : ['INSERT INTO', ' ON CONFLICT DO NOTHING'];
    let made = 0;
    for (const chunk of chunksOf(deliveries, ROWS)) {
      const rows = chunk.map(() => `(?,?,?,?,?,?,?,?,'pending',0)`).join(',');
      const parameters = chunk.flatMap(({ id, accountId, reasons, dueAt }) => [
        id,
        accountId,
        JSON.stringify(reasons),
        this.uow.instant(dueAt),
        base.campaignId,
        base.clauseVersionId,
        base.kind,
        createdAt,
      ]);
      const sql = `${insert} delivery (${COLUMNS}) VALUES ${rows}${otherwise}`;
      made += (await runner.query(sql, parameters, true)).affected ?? 0;
    }
    return made;
  }

  /** Of which versions an account was told already that they are there, or fit. */
  async findToldVersions(accountId: string, clauseVersionIds: readonly string[]): Promise<Set<string>> {
    const rows = await this.uow.repository(Delivery).find({
      select: { clauseVersionId: true },
      where: {
        accountId,
        clauseVersionId: In([...clauseVersionIds]),
        kind: In(['published', 'amended', 'fits']),
      },
    });
    return new Set(rows.map(({ clauseVersionId }) => clauseVersionId));
  }

  /** A campaign's deliveries in one state with ids above `after`, in the order of ids. */
  findOfCampaign(
    campaignId: string,
    state: DeliveryState,
    after: string,
    limit: number,
  ): Promise<Pick<Delivery, 'id' | 'accountId' | 'reasons'>[]> {
    return this.uow.repository(Delivery).find({
      select: { id: true, accountId: true, reasons: true },
      where: { campaignId, state, id: MoreThan(after) },
      order: { id: 'ASC' },
      take: limit,
    });
  }

  /** Whether anything of a campaign is still to be sent. */
  existsWaiting(campaignId: string): Promise<boolean> {
    return this.uow
      .repository(Delivery)
      .existsBy({ campaignId, state: In(['pending', 'claimed', 'sending']) });
  }

  /**
   * Deliveries that a sender met and put off until shortly: those that were never met wait for their hour.
   * In the order of ids, from the one after `after`.
   */
  findHeldBack(
    campaignId: string,
    now: Date,
    until: Date,
    after: string,
    limit: number,
  ): Promise<Pick<Delivery, 'id' | 'accountId'>[]> {
    return this.uow.repository(Delivery).find({
      select: { id: true, accountId: true },
      where: {
        campaignId,
        state: 'pending',
        id: MoreThan(after),
        claimId: Not(IsNull()),
        dueAt: Between(now, until),
      },
      order: { id: 'ASC' },
      take: limit,
    });
  }

  /** Changes deliveries that nobody has claimed meanwhile. */
  async updatePending(
    ids: readonly string[],
    changes: Partial<Pick<Delivery, 'state' | 'dueAt'>>,
  ): Promise<void> {
    if (ids.length === 0) return;
    await this.uow.repository(Delivery).update({ id: In([...ids]), state: 'pending' }, changes);
  }
}
