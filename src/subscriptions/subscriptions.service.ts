import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import type { PageQuery } from '../common/page.query.js';
import type { Page } from '../common/page.view.js';
import { isUniqueViolation } from '../database/driver-codes.js';
import { newId } from '../database/new-id.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { TopicsService } from '../topics/topics.service.js';
import { mergeSubscribers, type SubscriberPage } from './merge-subscribers.js';
import type { SubscriptionView } from './subscription.view.js';
import { SubscriptionsRepository } from './subscriptions.repository.js';

/** Who wants to hear about what (订阅). */
@Injectable()
export class SubscriptionsService {
  constructor(
    private readonly subscriptions: SubscriptionsRepository,
    private readonly topics: TopicsService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The active subscriptions of an account, by topic code. */
  async list(accountId: string, query: PageQuery): Promise<Page<SubscriptionView>> {
    const { items, total } = await this.subscriptions.findActivePage(accountId, query);
    const toView = await this.topics.viewer();
    return {
      items: items.map(({ subscription, topic }) => ({
        id: subscription.id,
        topic: toView(topic),
        createdAt: subscription.createdAt.toISOString(),
      })),
      page: query.page,
      pageSize: query.pageSize,
      total,
    };
  }

  topicCodesOf(accountId: string): Promise<string[]> {
    return this.subscriptions.findActiveTopicCodes(accountId);
  }

  /** Subscribes an account to a topic; doing so again changes nothing. @throws TopicNotFoundError */
  async subscribe(accountId: string, topicCode: string): Promise<void> {
    try {
      await this.uow.run(() => this.open(accountId, topicCode));
    } catch (error) {
      // Pressed twice at once: the subscription is there.
      if (!isUniqueViolation(error)) throw error;
    }
  }

  /** Ends a subscription, where there is one. @throws TopicNotFoundError */
  unsubscribe(accountId: string, topicCode: string): Promise<void> {
    return this.uow.run(async () => {
      const topic = await this.topics.getRow(topicCode);
      const stored = await this.subscriptions.find(accountId, topic.id);
      if (!stored?.active) return;
      const endedAt = this.clock.now();
      await this.subscriptions.update(stored.id, { active: false, endedAt, endReason: 'by_person' });
    });
  }

  /**
   * Pages through everybody who subscribes to any of the topics, in the order of account ids.
   * @param after only accounts with greater ids
   * @param limit most rows read of each topic
   */
  async subscribersAfter(topicIds: readonly string[], after: string, limit: number): Promise<SubscriberPage> {
    const lists = [];
    for (const topicId of topicIds) {
      const accountIds = await this.subscriptions.findSubscribersAfter(topicId, after, limit);
      lists.push({ topicId, accountIds, complete: accountIds.length < limit });
    }
    return mergeSubscribers(lists);
  }

  private async open(accountId: string, topicCode: string): Promise<void> {
    const topic = await this.topics.getRow(topicCode);
    const stored = await this.subscriptions.find(accountId, topic.id);
    const createdAt = this.clock.now();
    const begun = { active: true, createdAt, endedAt: null, endReason: null };
    if (!stored) {
      await this.subscriptions.insert({ id: newId(), accountId, topicId: topic.id, ...begun });
    } else if (!stored.active) {
      await this.subscriptions.update(stored.id, begun);
    }
  }
}
