import { Entity, ForeignKey, Index } from 'typeorm';
import { DateColumn, IdColumn, InstantColumn, ReferenceColumn } from '../database/portable-columns.js';
import { Staff } from './staff.entity.js';

/** Somebody reviews in another's place between two days (委托); it does not chain. */
@Entity('delegation')
@Index('ix_delegation_to', ['toId', 'lastDay'])
@Index('ix_delegation_from', ['fromId', 'lastDay'])
export class Delegation {
  @IdColumn()
  id!: string;

  /** Who is away. */
  @ReferenceColumn()
  @ForeignKey(() => Staff, { name: 'fk_delegation_from', onDelete: 'CASCADE' })
  fromId!: string;

  /** Who stands in. */
  @ReferenceColumn()
  @ForeignKey(() => Staff, { name: 'fk_delegation_to', onDelete: 'CASCADE' })
  toId!: string;

  @DateColumn()
  firstDay!: string;

  /** The last day on which it holds. */
  @DateColumn()
  lastDay!: string;

  @InstantColumn()
  createdAt!: Date;

  /** Taken back before its last day. */
  @InstantColumn({ nullable: true })
  endedAt!: Date | null;
}
