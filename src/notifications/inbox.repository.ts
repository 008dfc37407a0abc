import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { offsetOf, type PageQuery } from '../common/page.query.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Delivery } from './delivery.entity.js';

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

  findByMessageId(accountId: string, weChatMessageId: string): Promise<Delivery | null> {
    return this.uow.repository(Delivery).findOneBy({ accountId, weChatMessageId });
  }

  /** The oldest delivery of an account of which we do not know whether WeChat has it. */
  findUnsettled(accountId: string): Promise<Delivery | null> {
    return this.uow.repository(Delivery).findOne({
      where: { accountId, state: In(['sending', 'uncertain']), weChatMessageId: IsNull() },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }

  async update(id: string, changes: Partial<Delivery>): Promise<void> {
    await this.uow.repository(Delivery).update({ id }, changes);
  }
}
