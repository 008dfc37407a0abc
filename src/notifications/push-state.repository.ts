import { Injectable } from '@nestjs/common';
import { In, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Delivery } from './delivery.entity.js';
import type { DeliveryState } from './notification.terms.js';

/** How far the sending of all campaigns has come. */
@Injectable()
export class PushStateRepository {
  constructor(private readonly uow: UnitOfWork) {}

  count(state: DeliveryState): Promise<number> {
    return this.uow.repository(Delivery).countBy({ state });
  }

  countDue(now: Date): Promise<number> {
    return this.uow.repository(Delivery).countBy({ state: 'pending', dueAt: LessThanOrEqual(now) });
  }

  /** When the delivery that waits longest was due; null where none is. */
  async findOldestDue(now: Date): Promise<Date | null> {
    const oldest = await this.uow.repository(Delivery).findOne({
      select: { id: true, dueAt: true },
      where: { state: 'pending', dueAt: LessThanOrEqual(now) },
      order: { dueAt: 'ASC' },
    });
    return oldest?.dueAt ?? null;
  }

  /** How many deliveries ended in any of the states since an instant; an end is when the row was last due. */
  countEndedSince(states: readonly DeliveryState[], instant: Date): Promise<number> {
    return this.uow.repository(Delivery).countBy({ state: In([...states]), dueAt: MoreThanOrEqual(instant) });
  }

  /** Messages that left since an instant, by campaign: read along the index of instants, not through whole campaigns. */
  async countSentSince(instant: Date): Promise<Map<string, number>> {
    const rows = await this.uow
      .repository(Delivery)
      .createQueryBuilder('delivery')
      .select(['delivery.campaignId AS "campaignId"', 'COUNT(*) AS "total"'])
      .where('delivery.state = :state AND delivery.dueAt >= :instant', { state: 'sent', instant })
      .groupBy('delivery.campaignId')
      .getRawMany<{ campaignId: string; total: number | string }>();
    return new Map(rows.map(({ campaignId, total }) => [campaignId, Number(total)]));
  }
}
