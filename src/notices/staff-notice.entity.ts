import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, InstantColumn, ReferenceColumn } from '../database/portable-columns.js';
import { Staff } from '../staff/staff.entity.js';
import type { NoticeKind } from './notice.terms.js';

/** What a staff member is told in the console (通知); each fact once a person. */
@Entity('staff_notice')
@Index('uq_staff_notice_fact', ['staffId', 'dedupeKey'], { unique: true })
@Index('ix_staff_notice_inbox', ['staffId', 'id'])
@Index('ix_staff_notice_unread', ['staffId', 'readAt'])
export class StaffNotice {
  @IdColumn()
  id!: string;

  @ReferenceColumn()
  @ForeignKey(() => Staff, { name: 'fk_staff_notice_staff', onDelete: 'CASCADE' })
  staffId!: string;

  @Column({ type: 'varchar', length: 16 })
  kind!: NoticeKind;

  /** The draft it is about; it may be gone. */
  @ReferenceColumn({ nullable: true })
  draftId!: string | null;

  @Column({ type: 'varchar', length: 500 })
  text!: string;

  /** Says which fact it states. */
  @Column({ type: 'varchar', length: 96 })
  dedupeKey!: string;

  @InstantColumn()
  createdAt!: Date;

  @InstantColumn({ nullable: true })
  readAt!: Date | null;
}
