import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { IdColumn, InstantColumn, ReferenceColumn } from '../database/portable-columns.js';
import type { EndReason, Frequency, TargetKind } from './subscription.terms.js';

/**
 * An account's wish to hear about a target (订阅). Ended ones are kept with the reason; taking one up again reopens
 * the row, so that there is one row per account and target.
 */
@Entity('subscription')
@Index('uq_subscription_target', ['accountId', 'targetKind', 'targetId'], { unique: true })
@Index('ix_subscription_target_active', ['targetKind', 'targetId', 'active', 'accountId'])
export class Subscription {
  @IdColumn()
  id!: string;

  @ReferenceColumn()
  @ForeignKey(() => Account, { name: 'fk_subscription_owner', onDelete: 'CASCADE' })
  accountId!: string;

  @Column({ type: 'varchar', length: 16 })
  targetKind!: TargetKind;

  /** Id of the topic, department, policy or saved search. */
  @ReferenceColumn()
  targetId!: string;

  @Column({ type: 'varchar', length: 16 })
  frequency!: Frequency;

  /** False while paused and after the end. */
  @Column({ type: 'boolean' })
  active!: boolean;

  @InstantColumn()
  createdAt!: Date;

  @InstantColumn({ nullable: true })
  pausedAt!: Date | null;

  @InstantColumn({ nullable: true })
  endedAt!: Date | null;

  @Column({ type: 'varchar', length: 24, nullable: true })
  endReason!: EndReason | null;
}
