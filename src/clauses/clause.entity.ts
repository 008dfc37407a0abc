import { Column, Entity, ForeignKey, Index } from 'typeorm';
import {
  DateColumn,
  IdColumn,
  InstantColumn,
  LongTextColumn,
  ReferenceColumn,
} from '../database/portable-columns.js';
import { Department } from '../departments/department.entity.js';
import { Policy } from '../policies/policy.entity.js';
import type { ClauseStatus } from './clause.terms.js';

/**
 * The identity and the life of a clause (条款); what it says stands in its versions.
 * `publishedAt` and `applyTo` repeat the published version so that lists can be read from an index.
 */
@Entity('clause')
@Index('uq_clause_code', ['code'], { unique: true })
@Index('uq_clause_policy_ordinal', ['policyId', 'ordinal'], { unique: true })
@Index('ix_clause_status_published', ['status', 'publishedAt', 'id'])
@Index('ix_clause_status_apply_to', ['status', 'applyTo'])
@Index('ix_clause_department_status', ['departmentId', 'status'])
@Index('ix_clause_status_expires', ['status', 'expiresOn'])
@Index('ix_clause_updated', ['updatedAt', 'id'])
@Index('ix_clause_status_updated', ['status', 'updatedAt', 'id'])
@Index('ix_clause_department_updated', ['departmentId', 'updatedAt', 'id'])
export class Clause {
  @IdColumn()
  id!: string;

  @Column({ type: 'varchar', length: 64 })
  code!: string;

  @ReferenceColumn()
  @ForeignKey(() => Department, { name: 'fk_clause_department', onDelete: 'RESTRICT' })
  departmentId!: string;

  @ReferenceColumn()
  @ForeignKey(() => Policy, { name: 'fk_clause_policy', onDelete: 'RESTRICT' })
  policyId!: string;

  @Column({ type: 'int' })
  ordinal!: number;

  @Column({ type: 'varchar', length: 16 })
  status!: ClauseStatus;

  /** The version the public reads; null before the first publication. */
  @ReferenceColumn({ nullable: true })
  publishedVersionId!: string | null;

  /** The newest version, published or not: what an editor works on. */
  @ReferenceColumn({ nullable: true })
  latestVersionId!: string | null;

  /** Title of the newest version, so that staff's list is searched without reading versions. */
  @Column({ type: 'varchar', length: 120, default: '' })
  latestTitle!: string;

  @InstantColumn({ nullable: true })
  publishedAt!: Date | null;

  @DateColumn({ nullable: true })
  applyTo!: string | null;

  /** The last day on which the public reads it as valid; null: no end is known. */
  @DateColumn({ nullable: true })
  expiresOn!: string | null;

  /** When it was withdrawn, repealed, superseded, or expired. */
  @InstantColumn({ nullable: true })
  endedAt!: Date | null;

  /** Why it ended, as the public may read. */
  @LongTextColumn({ nullable: true })
  endReason!: string | null;

  /**
   * Versions up to this number must not be shown for any day: they should never have been public. Null: all that
   * were public can be read as of their days.
   */
  @Column({ type: 'int', nullable: true })
  hiddenThrough!: number | null;

  /** The clause that took its place. */
  @ReferenceColumn({ nullable: true })
  successorId!: string | null;

  /** What it fulfils of that which must be in the catalogue. */
  @ReferenceColumn({ nullable: true })
  catalogueEntryId!: string | null;

  @InstantColumn()
  createdAt!: Date;

  @InstantColumn()
  updatedAt!: Date;
}
