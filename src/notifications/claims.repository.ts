import { Injectable } from '@nestjs/common';
import { LessThanOrEqual, type QueryDeepPartialEntity } from 'typeorm';
import { chunksOf } from '../database/in-chunks.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Delivery } from './delivery.entity.js';
import type { ChannelName, DeliveryState } from './notification.terms.js';

/** How one delivery ended, or when it is tried again. */
export interface DeliveryOutcome {
  id: string;
  state: Exclude<DeliveryState, 'claimed' | 'sending'>;
  dueAt: Date;
  attempts: number;
  channel: ChannelName | null;
  weChatMessageId: string | null;
  errorCode: number | null;
  sentAt: Date | null;
}

/** What is to be known of a delivery for sending it. */
export type DueDelivery = Pick<
  Delivery,
  | 'id'
  | 'accountId'
  | 'campaignId'
  | 'clauseVersionId'
  | 'kind'
  | 'reasons'
  | 'attempts'
  | 'channel'
  | 'errorCode'
>;

/** Rows that one statement ends: it compares each with every other's id. */
const ALIKE = 100;

const BEGUN = `id, account_id AS accountId, campaign_id AS campaignId, clause_version_id AS clauseVersionId, kind,
  reasons, attempts, channel, error_code AS errorCode`;

/**
 * Deliveries on their way: claimed, begun, ended. Its statements are written by hand: they run for every message, and
 * describing rows to the mapper takes longer than the database.
 */
@Injectable()
export class ClaimsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Gives up to `limit` due deliveries to the claim `claimId`, the longest waiting first; answers how many. */
  async claimDue(now: Date, leaseUntil: Date, claimId: string, limit: number): Promise<number> {
    const query = this.uow
      .repository(Delivery)
      .createQueryBuilder('delivery')
      .select('delivery.id')
      .where('delivery.state = :state AND delivery.dueAt <= :now', { state: 'pending', now })
      .orderBy('delivery.dueAt')
      .limit(limit);
    // Workers beside each other take different rows instead of waiting for each other's.
    if (this.uow.locksRows) query.setLock('pessimistic_write').setOnLocked('skip_locked');
    const ids = (await query.getMany()).map(({ id }) => id);
    if (ids.length === 0) return 0;
    await this.uow.manager.query(
      `UPDATE delivery SET state = 'claimed', claim_id = ?, due_at = ?
       WHERE state = 'pending' AND id IN (${ids.map(() => '?').join(',')})`,
      [claimId, this.uow.instant(leaseUntil), ...ids],
    );
    return ids.length;
  }

  countClaimed(claimId: string): Promise<number> {
    return this.uow.repository(Delivery).countBy({ claimId, state: 'claimed' });
  }

  existsDue(now: Date): Promise<boolean> {
    return this.uow.repository(Delivery).existsBy({ state: 'pending', dueAt: LessThanOrEqual(now) });
  }

  /**
   * Marks what is left of a claim as being sent and answers its deliveries. Whoever is called for the same claim a
   * second time gets nothing.
   */
  async beginSending(claimId: string, leaseUntil: Date): Promise<DueDelivery[]> {
    const begun = await this.uow.change(
      "UPDATE delivery SET state = 'sending', due_at = ? WHERE claim_id = ? AND state = 'claimed'",
      [this.uow.instant(leaseUntil), claimId],
    );
    if (begun === 0) return [];
    const rows = await this.uow.manager.query<(Omit<DueDelivery, 'reasons'> & { reasons: string })[]>(
      `SELECT ${BEGUN} FROM delivery WHERE claim_id = ? AND state = 'sending'`,
      [claimId],
    );
    return rows.map((row) => ({ ...row, reasons: JSON.parse(row.reasons) as DueDelivery['reasons'] }));
  }

  /** Records outcomes of a claim; a delivery that a sent event has settled meanwhile stays as it is. */
  async finish(outcomes: readonly DeliveryOutcome[], claimId: string): Promise<void> {
    const groups = new Map<string, DeliveryOutcome[]>();
    for (const outcome of outcomes) {
      const { id: _id, weChatMessageId: _message, ...rest } = outcome;
      const key = JSON.stringify(rest);
      const group = groups.get(key);
      if (group) group.push(outcome);
      else groups.set(key, [outcome]);
    }
    for (const [first, ...others] of groups.values()) {
      if (!first) continue;
      for (const part of chunksOf([first, ...others], ALIKE)) await this.finishAlike(first, part, claimId);
    }
  }

  /** Takes back what was claimed and never begun, because its worker died or its job was lost. */
  releaseClaimed(now: Date): Promise<number> {
    return this.updateExpired('claimed', now, { state: 'pending', dueAt: now, claimId: null });
  }

  /** Marks what was begun and never recorded, because its worker died: WeChat may have it, so nobody sends it again. */
  markUncertain(now: Date): Promise<number> {
    return this.updateExpired('sending', now, { state: 'uncertain' });
  }

  private async updateExpired(
    state: DeliveryState,
    now: Date,
    changes: QueryDeepPartialEntity<Delivery>,
  ): Promise<number> {
    const where = { state, dueAt: LessThanOrEqual(now) };
    const repository = this.uow.repository(Delivery);
    // Looking costs no write lock; most looks find nothing.
    if (!(await repository.existsBy(where))) return 0;
    return this.uow.run(
      async () => (await this.uow.repository(Delivery).update(where, changes)).affected ?? 0,
    );
  }

  /** Written by hand: a statement with hundreds of cases takes the mapper longer than the database. */
  private async finishAlike(
    { state, dueAt, attempts, channel, errorCode, sentAt }: DeliveryOutcome,
    group: readonly DeliveryOutcome[],
    claimId: string,
  ): Promise<void> {
    const numbered = group.filter(({ weChatMessageId }) => weChatMessageId !== null);
    const cases = numbered.map(() => 'WHEN ? THEN ?').join(' ');
    await this.uow.manager.query(
      `UPDATE delivery SET state = ?, due_at = ?, attempts = ?, channel = ?, error_code = ?, sent_at = ?
         ${numbered.length > 0 ? `, wechat_message_id = CASE id ${cases} END` : ''}
       WHERE claim_id = ? AND state = 'sending' AND id IN (${group.map(() => '?').join(',')})`,
      [
        state,
        this.uow.instant(dueAt),
        attempts,
        channel,
        errorCode,
        sentAt && this.uow.instant(sentAt),
        ...numbered.flatMap(({ id, weChatMessageId }) => [id, weChatMessageId]),
        claimId,
        ...group.map(({ id }) => id),
      ],
    );
  }
}
