import type { AttachmentRecord } from '../attachments/attachment.record.js';
import { Column, Entity, Index } from 'typeorm';
import {
  DateColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  LongTextColumn,
  ReferenceColumn,
} from '../database/portable-columns.js';
import type { PolicyLevel, PolicyStatus } from './policy.terms.js';

/** A document in which benefits are promised (政策). */
@Entity('policy')
@Index('uq_policy_code', ['code'], { unique: true })
@Index('ix_policy_status_issued', ['status', 'issuedOn'])
@Index('ix_policy_document_number', ['documentNumber'])
@Index('ix_policy_title', ['title'])
export class Policy {
  @IdColumn()
  id!: string;

  @Column({ type: 'varchar', length: 64 })
  code!: string;

  @Column({ type: 'varchar', length: 300 })
  title!: string;

  /** 文号, as printed. */
  @Column({ type: 'varchar', length: 100, nullable: true })
  documentNumber!: string | null;

  /** Who keeps it; null: the whole city. */
  @ReferenceColumn({ nullable: true })
  departmentId!: string | null;

  @JsonColumn()
  issuingBodies!: string[];

  @Column({ type: 'varchar', length: 16 })
  level!: PolicyLevel;

  @Column({ type: 'varchar', length: 6 })
  region!: string;

  @Column({ type: 'varchar', length: 16 })
  status!: PolicyStatus;

  @DateColumn({ nullable: true })
  issuedOn!: string | null;

  @DateColumn({ nullable: true })
  effectiveFrom!: string | null;

  @DateColumn({ nullable: true })
  effectiveTo!: string | null;

  @Column({ type: 'varchar', length: 1000, nullable: true })
  sourceUrl!: string | null;

  @LongTextColumn()
  summary!: string;

  @LongTextColumn({ nullable: true })
  body!: string | null;

  /** Files that belong to the text; null for none. */
  @JsonColumn({ nullable: true })
  attachments!: AttachmentRecord[] | null;

  @Column({ type: 'varchar', length: 64 })
  contentHash!: string;

  @InstantColumn()
  createdAt!: Date;

  @InstantColumn()
  updatedAt!: Date;
}
