import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, InstantColumn, LongTextColumn, ReferenceColumn } from '../database/portable-columns.js';
import { Draft } from './drafts/draft.entity.js';
import type { DraftState } from './draft.terms.js';
import type { DecisionAction } from './review.terms.js';

/** Who did what to which submission, with the hash of exactly what they saw (审核意见); never changed but for `standing`. */
@Entity('review_decision')
@Index('ix_review_decision_draft', ['draftId', 'decidedAt', 'id'])
@Index('ix_review_decision_staff', ['staffId', 'draftId', 'cycle'])
@Index('ix_review_decision_submission', ['submissionId'])
export class ReviewDecision {
  @IdColumn()
  id!: string;

  @ReferenceColumn()
  @ForeignKey(() => Draft, { name: 'fk_review_decision_draft', onDelete: 'CASCADE' })
  draftId!: string;

  @ReferenceColumn({ nullable: true })
  submissionId!: string | null;

  @Column({ type: 'int' })
  cycle!: number;

  @Column({ type: 'int' })
  round!: number;

  /** Where the draft stood. */
  @Column({ type: 'varchar', length: 16 })
  step!: DraftState;

  @Column({ type: 'varchar', length: 16 })
  action!: DecisionAction;

  /** Where it went. */
  @Column({ type: 'varchar', length: 16 })
  result!: DraftState;

  /** Null: the system. */
  @ReferenceColumn({ nullable: true })
  staffId!: string | null;

  /** As the person was called then. */
  @Column({ type: 'varchar', length: 64 })
  name!: string;

  /** In whose place. */
  @ReferenceColumn({ nullable: true })
  onBehalfOfId!: string | null;

  @Column({ type: 'varchar', length: 64, nullable: true })
  onBehalfOf!: string | null;

  @LongTextColumn({ nullable: true })
  comment!: string | null;

  @Column({ type: 'varchar', length: 64 })
  contentHash!: string;

  /** An approval that counts in the present round. */
  @Column({ type: 'boolean' })
  standing!: boolean;

  /** Decided on the day it was due or before; null where nothing was due. */
  @Column({ type: 'boolean', nullable: true })
  inTime!: boolean | null;

  @InstantColumn()
  decidedAt!: Date;
}
