import { Injectable } from '@nestjs/common';
import { TopicsService } from '../topics/topics.service.js';
import { SubscriptionsRepository } from './subscriptions.repository.js';

/** Whether subscribers of a topic can ever be told anything. */
export interface TopicReach {
  code: string;
  name: string;
  /** Published clauses that carry it. */
  clauses: number;
  /** Subscriptions that have not ended. */
  subscriptions: number;
}

/** Finds topics that promise news and can bring none. */
@Injectable()
export class TopicAuditService {
  constructor(
    private readonly topics: TopicsService,
    private readonly subscriptions: SubscriptionsRepository,
  ) {}

  /** Every topic, in the order of codes. */
  async audit(): Promise<TopicReach[]> {
    const totals = await this.subscriptions.countOpenByTopicCode();
    const topics = await this.topics.list();
    return topics.map(({ code, name, clauseCount }) => ({
      code,
      name,
      clauses: clauseCount,
      subscriptions: totals.get(code) ?? 0,
    }));
  }
}
