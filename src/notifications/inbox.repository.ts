import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { offsetOf, type PageQuery } from '../common/page.query.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Delivery } from './delivery.entity.js';
import type { ChannelName } from './notification.terms.js';

/** Deliveries as their person sees them; a withdrawn clause's unsent ones are not shown. */
@Injectable()
export class InboxRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async findPage(accountId: string, page: PageQuery): Promise<{ items: Delivery[]; total: number }> {
    const where = { accountId, state: Not('cancelled' as const) };
    const repository = this.uow.repository(Delivery);
    return {
      total: await repository.countBy(where),
      items: await repository.find({
        where,
        order: { createdAt: 'DESC', id: 'DESC' },
        skip: offsetOf(page),
        take: page.pageSize,
      }),
    };
  }

  countUnread(accountId: string): Promise<number> {
    return this.uow
      .repository(Delivery)
      .countBy({ accountId, readAt: IsNull(), state: Not('cancelled' as const) });
  }

  find(accountId: string, id: string): Promise<Delivery | null> {
    return this.uow.repository(Delivery).findOneBy({ id, accountId });
  }

  async markRead(id: string, readAt: Date): Promise<void> {
    await this.uow.repository(Delivery).update({ id, readAt: IsNull() }, { readAt });
  }

  /** The deliveries that a message told of; several where it was a summary. */
  findByMessageId(accountId: string, weChatMessageId: string): Promise<Delivery[]> {
    return this.uow.repository(Delivery).findBy({ accountId, weChatMessageId });
  }

  /**
   * The oldest deliveries of an account of which we do not know whether a way has them: all of one attempt, as they
   * went out in one message. While a call is under way, or where its process died, the way is not known.
   */
  async findUnsettled(accountId: string, channel: ChannelName): Promise<Delivery[]> {
    const repository = this.uow.repository(Delivery);
    const open = { accountId, weChatMessageId: IsNull() };
    const where = [
      { ...open, state: 'sending' as const },
      { ...open, state: 'uncertain' as const, channel: IsNull() },
      { ...open, state: 'uncertain' as const, channel },
    ];
    const oldest = await repository.findOne({ where, order: { createdAt: 'ASC', id: 'ASC' } });
    if (!oldest?.claimId) return [];
    return repository.findBy(where.map((one) => ({ ...one, claimId: oldest.claimId ?? '' })));
  }

  async update(ids: readonly string[], changes: Partial<Delivery>): Promise<void> {
    await this.uow.repository(Delivery).update({ id: In([...ids]) }, changes);
  }
}
