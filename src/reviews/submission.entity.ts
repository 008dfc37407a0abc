import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn, ReferenceColumn } from '../database/portable-columns.js';
import type { DraftContent } from './drafts/draft-content.js';
import { Draft } from './drafts/draft.entity.js';

/** What was handed in for review (送审稿); never changed. */
@Entity('submission')
@Index('ix_submission_draft', ['draftId', 'id'])
export class Submission {
  @IdColumn()
  id!: string;

  @ReferenceColumn()
  @ForeignKey(() => Draft, { name: 'fk_submission_draft', onDelete: 'CASCADE' })
  draftId!: string;

  @Column({ type: 'int' })
  round!: number;

  @JsonColumn()
  content!: DraftContent;

  @Column({ type: 'varchar', length: 64 })
  contentHash!: string;

  @ReferenceColumn()
  submittedBy!: string;

  @InstantColumn()
  submittedAt!: Date;

  @InstantColumn({ nullable: true })
  publishedAt!: Date | null;

  /** Number of the clause version that it became; null for other kinds and before. */
  @Column({ type: 'int', nullable: true })
  publishedVersion!: number | null;
}
