import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { offsetOf, type PageQuery } from '../common/page.query.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Topic } from '../topics/topic.entity.js';
import { Subscription } from './subscription.entity.js';

/** A subscription with its topic. */
export interface SubscriptionRow {
  subscription: Subscription;
  topic: Topic;
}

@Injectable()
export class SubscriptionsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  find(accountId: string, topicId: string): Promise<Subscription | null> {
    return this.uow.repository(Subscription).findOneBy({ accountId, topicId });
  }

  async insert(subscription: Subscription): Promise<void> {
    await this.uow.repository(Subscription).insert(subscription);
  }

  async update(id: string, changes: Partial<Subscription>): Promise<void> {
    await this.uow.repository(Subscription).update({ id }, changes);
  }

  async findActivePage(
    accountId: string,
    page: PageQuery,
  ): Promise<{ items: SubscriptionRow[]; total: number }> {
    const repository = this.uow.repository(Subscription);
    const where = { accountId, active: true };
    const total = await repository.countBy(where);
    const rows = await repository
      .createQueryBuilder('subscription')
      .innerJoinAndMapOne('subscription.topic', Topic, 'topic', 'topic.id = subscription.topicId')
      .where('subscription.accountId = :accountId AND subscription.active = :active', where)
      .orderBy('topic.code')
      .skip(offsetOf(page))
      .take(page.pageSize)
      .getMany();
    const items = (rows as (Subscription & { topic: Topic })[]).map(({ topic, ...subscription }) => ({
      subscription,
      topic,
    }));
    return { items, total };
  }

  async findActiveTopicCodes(accountId: string): Promise<string[]> {
    const rows = await this.uow
      .repository(Subscription)
      .createQueryBuilder('subscription')
      .innerJoin(Topic, 'topic', 'topic.id = subscription.topicId')
      .select('topic.code', 'code')
      .where('subscription.accountId = :accountId AND subscription.active = :active', {
        accountId,
        active: true,
      })
      .orderBy('topic.code')
      .getRawMany<{ code: string }>();
    return rows.map((row) => row.code);
  }

  /** Active subscribers of one topic with ids above `accountId`, in the order of ids. */
  async findSubscribersAfter(topicId: string, accountId: string, limit: number): Promise<string[]> {
    const rows = await this.uow.repository(Subscription).find({
      select: { accountId: true },
      where: { topicId, active: true, accountId: MoreThan(accountId) },
      order: { accountId: 'ASC' },
      take: limit,
    });
    return rows.map((row) => row.accountId);
  }
}
