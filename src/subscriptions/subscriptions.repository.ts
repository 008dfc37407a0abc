import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan } from 'typeorm';
import { offsetOf, type PageQuery } from '../common/page.query.js';
import { loadInChunks } from '../database/in-chunks.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Department } from '../departments/department.entity.js';
import { Policy } from '../policies/policy.entity.js';
import { Topic } from '../topics/topic.entity.js';
import { Subscription } from './subscription.entity.js';
import type { CodedKind, Frequency, Target } from './subscription.terms.js';

/** A subscriber of one target. */
export interface SubscriberRow {
  accountId: string;
  frequency: Frequency;
}

const TARGET_ENTITIES = { topic: Topic, department: Department, policy: Policy } as const;

@Injectable()
export class SubscriptionsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  find(accountId: string, target: Target): Promise<Subscription | null> {
    return this.uow
      .repository(Subscription)
      .findOneBy({ accountId, targetKind: target.kind, targetId: target.id });
  }

  findOwn(accountId: string, id: string): Promise<Subscription | null> {
    return this.uow.repository(Subscription).findOneBy({ accountId, id });
  }

  async insert(subscription: Subscription): Promise<void> {
    await this.uow.repository(Subscription).insert(subscription);
  }

  async update(id: string, changes: Partial<Subscription>): Promise<void> {
    await this.uow.repository(Subscription).update({ id }, changes);
  }

  async endAll(accountId: string, changes: Partial<Subscription>): Promise<void> {
    await this.uow.repository(Subscription).update({ accountId, endedAt: IsNull() }, changes);
  }

  countOpen(accountId: string): Promise<number> {
    return this.uow.repository(Subscription).countBy({ accountId, endedAt: IsNull() });
  }

  /** Those that have not ended, the newest first. */
  findOpenPage(accountId: string, page: PageQuery): Promise<Subscription[]> {
    return this.uow.repository(Subscription).find({
      where: { accountId, endedAt: IsNull() },
      order: { createdAt: 'DESC', id: 'DESC' },
      skip: offsetOf(page),
      take: page.pageSize,
    });
  }

  /** Codes of the targets of one kind that an account subscribes to. */
  async findOpenCodes(accountId: string, kind: CodedKind): Promise<string[]> {
    const rows = await this.uow
      .repository(Subscription)
      .createQueryBuilder('subscription')
      .innerJoin(TARGET_ENTITIES[kind], 'target', 'target.id = subscription.targetId')
      .select('target.code', 'code')
      .where('subscription.accountId = :accountId AND subscription.targetKind = :kind', { accountId, kind })
      .andWhere('subscription.endedAt IS NULL')
      .orderBy('target.code')
      .getRawMany<{ code: string }>();
    return rows.map((row) => row.code);
  }

  /** How many subscriptions to each topic have not ended; topics without any are missing. */
  async countOpenByTopicCode(): Promise<Map<string, number>> {
    const rows = await this.uow
      .repository(Subscription)
      .createQueryBuilder('subscription')
      .innerJoin(Topic, 'topic', 'topic.id = subscription.targetId')
      .select(['topic.code AS "code"', 'COUNT(*) AS "total"'])
      .where('subscription.targetKind = :kind AND subscription.endedAt IS NULL', { kind: 'topic' })
      .groupBy('topic.code')
      .getRawMany<{ code: string; total: number | string }>();
    return new Map(rows.map(({ code, total }) => [code, Number(total)]));
  }

  /** Active subscribers of one target with ids above `accountId`, in the order of ids. */
  async findSubscribersAfter(target: Target, accountId: string, limit: number): Promise<SubscriberRow[]> {
    return this.uow
      .repository(Subscription)
      .createQueryBuilder('subscription')
      .select(['subscription.accountId AS "accountId"', 'subscription.frequency AS "frequency"'])
      .where({ targetKind: target.kind, targetId: target.id, active: true, accountId: MoreThan(accountId) })
      .orderBy('subscription.accountId')
      .limit(limit)
      .getRawMany<SubscriberRow>();
  }

  /** All active subscribers of any of the saved searches, in no order. */
  findSearchSubscribers(searchIds: readonly string[]): Promise<(SubscriberRow & { searchId: string })[]> {
    return loadInChunks(searchIds, (chunk) =>
      this.uow
        .repository(Subscription)
        .createQueryBuilder('subscription')
        .select([
          'subscription.accountId AS "accountId"',
          'subscription.frequency AS "frequency"',
          'subscription.targetId AS "searchId"',
        ])
        .where({ targetKind: 'search', targetId: In(chunk), active: true })
        .getRawMany<SubscriberRow & { searchId: string }>(),
    );
  }
}
