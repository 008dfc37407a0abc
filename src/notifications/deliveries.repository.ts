import { Injectable } from '@nestjs/common';
import { Between, In, IsNull, LessThanOrEqual, MoreThan, Not, type QueryDeepPartialEntity } from 'typeorm';
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

/** What a new delivery has of its own. */
export type NewDelivery = Pick<Delivery, 'id' | 'accountId' | 'reasons' | 'dueAt'>;

/** What all deliveries that are made together share. */
export type DeliveryBase = Pick<Delivery, 'campaignId' | 'clauseVersionId' | 'kind' | 'createdAt'>;

/** Rows of one statement; each has 8 parameters, and SQLite takes 32,766 of them. */
const ROWS = 1_000;
const COLUMNS =
  'id, account_id, reasons, due_at, campaign_id, clause_version_id, kind, created_at, state, attempts';

/** Deliveries on their way to WeChat. */
@Injectable()
export class DeliveriesRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /**
   * Inserts deliveries, leaving out those whose account was already told the fact. Written by hand: a campaign may
   * make a million rows, and describing each to the mapper takes longer than inserting it.
   */
  async insertNew(base: DeliveryBase, deliveries: readonly NewDelivery[]): Promise<void> {
    const createdAt = this.uow.instant(base.createdAt);
    const [insert, otherwise] = this.uow.locksRows
      ? ['INSERT IGNORE INTO', '']
      : ['INSERT INTO', ' ON CONFLICT DO NOTHING'];
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
      await this.uow.manager.query(`${insert} delivery (${COLUMNS}) VALUES ${rows}${otherwise}`, parameters);
    }
  }

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
   * Turns what is left of a claim into an attempt and answers its deliveries. Whoever is called for the same claim
   * a second time gets nothing.
   */
  async beginSending(claimId: string, attemptId: string, leaseUntil: Date): Promise<Delivery[]> {
    const repository = this.uow.repository(Delivery);
    const begun = { state: 'sending', claimId: attemptId, dueAt: leaseUntil } as const;
    const { affected } = await repository.update({ claimId, state: 'claimed' }, begun);
    return affected ? repository.findBy({ claimId: attemptId, state: 'sending' }) : [];
  }

  /** Records outcomes of an attempt; a delivery that a sent event has settled meanwhile stays as it is. */
  async finish(outcomes: readonly DeliveryOutcome[], attemptId: string): Promise<void> {
    const groups = new Map<string, DeliveryOutcome[]>();
    for (const outcome of outcomes) {
      const { id: _id, weChatMessageId: _message, ...rest } = outcome;
      const key = JSON.stringify(rest);
      const group = groups.get(key);
      if (group) group.push(outcome);
      else groups.set(key, [outcome]);
    }
    for (const [first, ...others] of groups.values()) {
      if (first) await this.finishAlike(first, [first, ...others], attemptId);
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
    attemptId: string,
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
        attemptId,
        ...group.map(({ id }) => id),
      ],
    );
  }
}
