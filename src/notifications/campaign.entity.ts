import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { CampaignKind, CampaignState } from './notification.terms.js';
import { ClauseVersion } from '../clauses/clause-version.entity.js';
import { IdColumn, InstantColumn, ReferenceColumn } from '../database/portable-columns.js';

/** One push of one fact about one clause version to everybody whom it concerns (推送). */
@Entity('campaign')
@Index('uq_campaign_fact', ['clauseVersionId', 'kind'], { unique: true })
@Index('ix_campaign_created', ['createdAt'])
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

  /** Skips quiet hours, summaries and the daily cap; only reviewers may ask for that. */
  @Column({ type: 'boolean', default: false })
  urgent!: boolean;

  /** Held back by an operator. */
  @Column({ type: 'boolean', default: false })
  paused!: boolean;

  @InstantColumn({ nullable: true })
  leaseUntil!: Date | null;

  @InstantColumn()
  createdAt!: Date;
}
