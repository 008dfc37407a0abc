import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { ClauseVersion } from '../clauses/clause-version.entity.js';
import { IdColumn, InstantColumn, JsonColumn, ReferenceColumn } from '../database/portable-columns.js';
import type { Target } from '../subscriptions/subscription.terms.js';
import { Campaign } from './campaign.entity.js';
import type { CampaignKind, ChannelName, DeliveryState } from './notification.terms.js';

/** One account told one fact about one clause version (投递): the message in its inbox and how WeChat took it. */
@Entity('delivery')
@Index('uq_delivery_fact', ['accountId', 'clauseVersionId', 'kind'], { unique: true })
@Index('ix_delivery_state_due', ['state', 'dueAt'])
@Index('ix_delivery_inbox', ['accountId', 'createdAt', 'id'])
@Index('ix_delivery_campaign', ['campaignId', 'state', 'id'])
@Index('ix_delivery_claim', ['claimId'])
export class Delivery {
  @IdColumn()
  id!: string;

  @ReferenceColumn()
  @ForeignKey(() => Campaign, { name: 'fk_delivery_campaign', onDelete: 'CASCADE' })
  campaignId!: string;

  @ReferenceColumn()
  @ForeignKey(() => Account, { name: 'fk_delivery_account', onDelete: 'CASCADE' })
  accountId!: string;

  @ReferenceColumn()
  @ForeignKey(() => ClauseVersion, { name: 'fk_delivery_version', onDelete: 'CASCADE' })
  clauseVersionId!: string;

  @Column({ type: 'varchar', length: 16, default: 'published' })
  kind!: CampaignKind;

  /** The subscribed targets that matched. */
  @JsonColumn()
  reasons!: Target[];

  @Column({ type: 'varchar', length: 16 })
  state!: DeliveryState;

  /** When it may be sent; in the states `claimed` and `sending`, when the worker's lease runs out. */
  @InstantColumn()
  dueAt!: Date;

  @Column({ type: 'int' })
  attempts!: number;

  /** Which worker's claim it belongs to; lets a claim read back exactly what it got. */
  @ReferenceColumn({ nullable: true })
  claimId!: string | null;

  /** By which way it was sent. */
  @Column({ type: 'varchar', length: 24, nullable: true })
  channel!: ChannelName | null;

  @Column({ type: 'varchar', length: 64, nullable: true, name: 'wechat_message_id' })
  weChatMessageId!: string | null;

  @Column({ type: 'int', nullable: true })
  errorCode!: number | null;

  @InstantColumn()
  createdAt!: Date;

  @InstantColumn({ nullable: true })
  sentAt!: Date | null;

  @InstantColumn({ nullable: true })
  readAt!: Date | null;
}
