import { Injectable } from '@nestjs/common';
import { In, LessThanOrEqual, type QueryDeepPartialEntity } from 'typeorm';
import { chunksOf } from '../database/in-chunks.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Delivery, type DeliveryState } from './delivery.entity.js';

/** How one delivery ended, or when it is tried again. */
export interface DeliveryOutcome {
  id: string;
  state: Exclude<DeliveryState, 'claimed' | 'sending'>;
  dueAt: Date;
  attempts: number;
  weChatMessageId: string | null;
  errorCode: number | null;
  sentAt: Date | null;
}

/** Rows of one statement; each has 14 parameters, and SQLite takes 32,766 of them. */
const ROWS = 1_000;

/** Deliveries on their way to WeChat. */
@Injectable()
export class DeliveriesRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Inserts deliveries, leaving out those whose account was already told of the version. */
  async insertNew(deliveries: readonly Delivery[]): Promise<void> {
    for (const chunk of chunksOf(deliveries, ROWS)) {
      await this.uow
        .repository(Delivery)
        .createQueryBuilder()
        .insert()
        .values(chunk)
        .orIgnore()
        .updateEntity(false)
        .execute();
    }
  }

  /** Gives up to `limit` due deliveries to the claim `claimId`, the longest waiting first. */
  async claimDue(now: Date, leaseUntil: Date, claimId: string, limit: number): Promise<Delivery[]> {
    const repository = this.uow.repository(Delivery);
    const query = repository
      .createQueryBuilder('delivery')
      .where('delivery.state = :state AND delivery.dueAt <= :now', { state: 'pending', now })
      .orderBy('delivery.dueAt')
      .limit(limit);
    // Workers beside each other take different rows instead of waiting for each other's.
    if (this.uow.locksRows) query.setLock('pessimistic_write').setOnLocked('skip_locked');
    const due = await query.getMany();
    if (due.length === 0) return [];
    const claim = { state: 'claimed', claimId, dueAt: leaseUntil } as const;
    await repository.update({ id: In(due.map(({ id }) => id)), state: 'pending' }, claim);
    return due.map((delivery) => ({ ...delivery, ...claim }));
  }

  /** Marks claimed deliveries as being sent and answers which of them still belonged to the claim. */
  async beginSending(ids: readonly string[], claimId: string, leaseUntil: Date): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const repository = this.uow.repository(Delivery);
    await repository.update(
      { id: In([...ids]), claimId, state: 'claimed' },
      { state: 'sending', dueAt: leaseUntil },
    );
    const rows = await repository.find({
      select: { id: true },
      where: { id: In([...ids]), claimId, state: 'sending' },
    });
    return new Set(rows.map((row) => row.id));
  }

  /**
   * Records outcomes of deliveries of a claim; one that a sent event has settled meanwhile stays as it is.
   * @param from the state that they are in
   */
  async finish(
    outcomes: readonly DeliveryOutcome[],
    claimId: string,
    from: 'claimed' | 'sending',
  ): Promise<void> {
    const groups = new Map<string, DeliveryOutcome[]>();
    for (const outcome of outcomes) {
      const { id: _id, weChatMessageId: _message, ...rest } = outcome;
      const key = JSON.stringify(rest);
      groups.set(key, [...(groups.get(key) ?? []), outcome]);
    }
    for (const [first, ...others] of groups.values()) {
      if (first) await this.finishAlike(first, [first, ...others], claimId, from);
    }
  }

  /** Takes back what a worker claimed and never began, because it died. */
  async releaseClaimed(now: Date): Promise<number> {
    return this.updateExpired('claimed', now, { state: 'pending', dueAt: now, claimId: null });
  }

  /** Marks what a worker began and never recorded, because it died: WeChat may have it, so nobody sends it again. */
  async markUncertain(now: Date): Promise<number> {
    return this.updateExpired('sending', now, { state: 'uncertain' });
  }

  private async updateExpired(
    state: DeliveryState,
    now: Date,
    changes: QueryDeepPartialEntity<Delivery>,
  ): Promise<number> {
    const where = { state, dueAt: LessThanOrEqual(now) };
    return (await this.uow.repository(Delivery).update(where, changes)).affected ?? 0;
  }

  private async finishAlike(
    { state, dueAt, attempts, errorCode, sentAt }: DeliveryOutcome,
    group: readonly DeliveryOutcome[],
    claimId: string,
    from: DeliveryState,
  ): Promise<void> {
    const messages = group.filter(({ weChatMessageId }) => weChatMessageId !== null);
    const parameters: Record<string, string> = {};
    const cases = messages.map(({ id, weChatMessageId }, at) => {
      parameters[`id${at}`] = id;
      parameters[`message${at}`] = weChatMessageId ?? '';
      return `WHEN :id${at} THEN :message${at}`;
    });
    await this.uow
      .repository(Delivery)
      .createQueryBuilder()
      .update()
      .set({
        state,
        dueAt,
        attempts,
        errorCode,
        sentAt,
        ...(messages.length > 0 ? { weChatMessageId: () => `CASE id ${cases.join(' ')} END` } : {}),
      })
      .where('id IN (:...ids) AND claimId = :claimId AND state = :from', {
        ids: group.map(({ id }) => id),
        claimId,
        from,
      })
      .setParameters(parameters)
      .execute();
  }
}
