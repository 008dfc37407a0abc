import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { ClauseVersion } from '../clauses/clause-version.entity.js';
import { IdColumn, InstantColumn, JsonColumn, ReferenceColumn } from '../database/portable-columns.js';
import { Campaign } from './campaign.entity.js';

/**
 * pending → claimed → sending → sent | no_consent | failed | uncertain; or pending → cancelled.
 * `claimed`: a worker has it but has not called WeChat. `sending`: the call may be under way, so it is never repeated.
 */
export const DELIVERY_STATES = [
  'pending',
  'claimed',
  'sending',
  'sent',
  'no_consent',
  'failed',
  'uncertain',
  'cancelled',
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** One account told of one clause version (投递): the message in its inbox and how WeChat took it. */
@Entity('delivery')
@Index('uq_delivery_account_version', ['accountId', 'clauseVersionId'], { unique: true })
@Index('ix_delivery_state_due', ['state', 'dueAt'])
@Index('ix_delivery_inbox', ['accountId', 'createdAt', 'id'])
@Index('ix_delivery_campaign_state', ['campaignId', 'state'])
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

  /** Ids of the subscribed topics that matched. */
  @JsonColumn()
  topicIds!: string[];

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
