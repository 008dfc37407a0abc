import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, InstantColumn, ReferenceColumn } from '../database/portable-columns.js';
import { Staff } from '../staff/staff.entity.js';
import type { StaffMessageState } from './notice.terms.js';

/** A notice on its way to a staff member's WeChat; each fact once a person. */
@Entity('staff_message')
@Index('uq_staff_message_fact', ['staffId', 'dedupeKey'], { unique: true })
@Index('ix_staff_message_state_due', ['state', 'dueAt'])
export class StaffMessage {
  @IdColumn()
  id!: string;

  @ReferenceColumn()
  @ForeignKey(() => Staff, { name: 'fk_staff_message_staff', onDelete: 'CASCADE' })
  staffId!: string;

  /** The draft that the message opens. */
  @ReferenceColumn()
  draftId!: string;

  /** As of the notice in the console. */
  @Column({ type: 'varchar', length: 96 })
  dedupeKey!: string;

  /** The rows of the card. */
  @Column({ type: 'varchar', length: 300 })
  title!: string;

  @Column({ type: 'varchar', length: 60 })
  todo!: string;

  @Column({ type: 'varchar', length: 30 })
  due!: string;

  @Column({ type: 'varchar', length: 120 })
  note!: string;

  @Column({ type: 'varchar', length: 16 })
  state!: StaffMessageState;

  @Column({ type: 'int' })
  attempts!: number;

  /** Not sent before. */
  @InstantColumn()
  dueAt!: Date;

  /** Until when its sender counts as alive. */
  @InstantColumn({ nullable: true })
  leaseEndsAt!: Date | null;

  /** WeChat's code of the last refusal. */
  @Column({ type: 'int', nullable: true })
  errorCode!: number | null;

  @InstantColumn()
  createdAt!: Date;

  @InstantColumn({ nullable: true })
  sentAt!: Date | null;
}
