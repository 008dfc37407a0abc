import { Column, Entity, ForeignKey, Index } from 'typeorm';
import {
  DateColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  ReferenceColumn,
} from '../../database/portable-columns.js';
import { Department } from '../../departments/department.entity.js';
import type { DraftContent } from './draft-content.js';
import type { DraftKind, DraftState } from '../draft.terms.js';

/** The working copy of one clause, policy or interpretation (稿件); one row a subject, for ever. */
@Entity('draft')
@Index('uq_draft_subject', ['kind', 'subjectId'], { unique: true })
@Index('ix_draft_department_state', ['departmentId', 'state', 'updatedAt', 'id'])
@Index('ix_draft_state_updated', ['state', 'updatedAt', 'id'])
@Index('ix_draft_state_due', ['state', 'dueOn'])
@Index('ix_draft_state_scheduled', ['state', 'scheduledFor'])
@Index('ix_draft_updated', ['updatedAt', 'id'])
export class Draft {
  @IdColumn()
  id!: string;

  @Column({ type: 'varchar', length: 16 })
  kind!: DraftKind;

  /** Id of the clause, policy or interpretation; of three tables, so without a foreign key. */
  @ReferenceColumn()
  subjectId!: string;

  @Column({ type: 'varchar', length: 64 })
  code!: string;

  @Column({ type: 'varchar', length: 300 })
  title!: string;

  /** Null: the whole city answers for it. */
  @ReferenceColumn({ nullable: true })
  @ForeignKey(() => Department, { name: 'fk_draft_department', onDelete: 'RESTRICT' })
  departmentId!: string | null;

  @Column({ type: 'varchar', length: 16 })
  state!: DraftState;

  /** Grows with each submission, and with each return one step back. */
  @Column({ type: 'int' })
  round!: number;

  /** Grows with each saved change. */
  @Column({ type: 'int' })
  revision!: number;

  /** Grows with each publication: who wrote or reviewed before it is free again. */
  @Column({ type: 'int' })
  cycle!: number;

  @JsonColumn()
  content!: DraftContent;

  /** SHA-256 of kind, code and content; what a decision is about. */
  @Column({ type: 'varchar', length: 64 })
  contentHash!: string;

  @Column({ type: 'boolean' })
  urgent!: boolean;

  @Column({ type: 'boolean' })
  silent!: boolean;

  /** When it is to be published after the third approval; null: at once. */
  @InstantColumn({ nullable: true })
  scheduledFor!: Date | null;

  /** By when the present step is to be decided. */
  @DateColumn({ nullable: true })
  dueOn!: string | null;

  /** What was handed in for the present round. */
  @ReferenceColumn({ nullable: true })
  submissionId!: string | null;

  /** Who is told what becomes of it: the last who submitted it, or else who wrote last. */
  @ReferenceColumn({ nullable: true })
  ownerId!: string | null;

  @ReferenceColumn({ nullable: true })
  updatedBy!: string | null;

  @InstantColumn()
  createdAt!: Date;

  @InstantColumn()
  updatedAt!: Date;
}
