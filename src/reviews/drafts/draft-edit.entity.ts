import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn, ReferenceColumn } from '../../database/portable-columns.js';
import { Staff } from '../../staff/staff.entity.js';
import type { FieldChange } from './draft-content.js';
import { Draft } from './draft.entity.js';

/** Who changed which fields of a draft; the saves of one person within some minutes are one row. */
@Entity('draft_edit')
@Index('ix_draft_edit_draft', ['draftId', 'lastRevision'])
@Index('ix_draft_edit_staff', ['staffId', 'draftId', 'cycle'])
export class DraftEdit {
  @IdColumn()
  id!: string;

  @ReferenceColumn()
  @ForeignKey(() => Draft, { name: 'fk_draft_edit_draft', onDelete: 'CASCADE' })
  draftId!: string;

  @Column({ type: 'int' })
  cycle!: number;

  /** The first revision that has some of it. */
  @Column({ type: 'int' })
  firstRevision!: number;

  /** The revision that has all of it. */
  @Column({ type: 'int' })
  lastRevision!: number;

  @ReferenceColumn()
  @ForeignKey(() => Staff, { name: 'fk_draft_edit_staff', onDelete: 'RESTRICT' })
  staffId!: string;

  @JsonColumn()
  changes!: FieldChange[];

  @InstantColumn()
  startedAt!: Date;

  @InstantColumn()
  endedAt!: Date;
}
