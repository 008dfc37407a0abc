import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { ClauseVersion } from '../clauses/clause-version.entity.js';
import { IdColumn, InstantColumn, ReferenceColumn } from '../database/portable-columns.js';

/** What happened to the clause. */
export const CAMPAIGN_KINDS = ['published', 'amended'] as const;
export type CampaignKind = (typeof CAMPAIGN_KINDS)[number];

/** `matching`: deliveries are still being made; `matched`: all are there; `cancelled`: the clause was withdrawn. */
export const CAMPAIGN_STATES = ['matching', 'matched', 'cancelled'] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

/** One push of one clause version to everybody whom it concerns (推送). */
@Entity('campaign')
@Index('uq_campaign_version', ['clauseVersionId'], { unique: true })
@Index('ix_campaign_state_lease', ['state', 'leaseUntil'])
export class Campaign {
  @IdColumn()
  id!: string;

  @ReferenceColumn()
  @ForeignKey(() => ClauseVersion, { name: 'fk_campaign_version', onDelete: 'CASCADE' })
  clauseVersionId!: string;

  @Column({ type: 'varchar', length: 16 })
  kind!: CampaignKind;

  @Column({ type: 'varchar', length: 16 })
  state!: CampaignState;

  /** The last account that was matched; matching goes on after it. */
  @Column({ type: 'varchar', length: 26 })
  cursor!: string;

  @InstantColumn({ nullable: true })
  leaseUntil!: Date | null;

  @InstantColumn()
  createdAt!: Date;
}
