import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { IdColumn, InstantColumn, ReferenceColumn } from '../database/portable-columns.js';
import { Topic } from '../topics/topic.entity.js';

/** Why a subscription ended. */
export const END_REASONS = ['by_person'] as const;
export type EndReason = (typeof END_REASONS)[number];

/**
 * An account's wish to hear about a topic (订阅). Ended ones are kept; taking it up again reopens the row, so that
 * there is one row per account and topic.
 */
@Entity('subscription')
@Index('uq_subscription_account_topic', ['accountId', 'topicId'], { unique: true })
@Index('ix_subscription_topic_active', ['topicId', 'active', 'accountId'])
export class Subscription {
  @IdColumn()
  id!: string;

  @ReferenceColumn()
  @ForeignKey(() => Account, { name: 'fk_subscription_account', onDelete: 'CASCADE' })
  accountId!: string;

  @ReferenceColumn()
  @ForeignKey(() => Topic, { name: 'fk_subscription_topic', onDelete: 'RESTRICT' })
  topicId!: string;

  @Column({ type: 'boolean' })
  active!: boolean;

  @InstantColumn()
  createdAt!: Date;

  @InstantColumn({ nullable: true })
  endedAt!: Date | null;

  @Column({ type: 'varchar', length: 24, nullable: true })
  endReason!: EndReason | null;
}
