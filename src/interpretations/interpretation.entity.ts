import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, InstantColumn, LongTextColumn, ReferenceColumn } from '../database/portable-columns.js';
import { Department } from '../departments/department.entity.js';
import { Policy } from '../policies/policy.entity.js';
import type { InterpretationStatus } from './interpretation.terms.js';

/** A text of its own that explains one policy (解读). */
@Entity('interpretation')
@Index('uq_interpretation_code', ['code'], { unique: true })
@Index('ix_interpretation_policy', ['policyId', 'status', 'publishedAt'])
export class Interpretation {
  @IdColumn()
  id!: string;

  @Column({ type: 'varchar', length: 64 })
  code!: string;

  @ReferenceColumn()
  @ForeignKey(() => Policy, { name: 'fk_interpretation_policy', onDelete: 'RESTRICT' })
  policyId!: string;

  /** Who answers for it; null: the whole city. */
  @ReferenceColumn({ nullable: true })
  @ForeignKey(() => Department, { name: 'fk_interpretation_department', onDelete: 'RESTRICT' })
  departmentId!: string | null;

  @Column({ type: 'varchar', length: 16 })
  status!: InterpretationStatus;

  @Column({ type: 'varchar', length: 200 })
  title!: string;

  @LongTextColumn()
  body!: string;

  @Column({ type: 'varchar', length: 1000, nullable: true })
  sourceUrl!: string | null;

  @InstantColumn({ nullable: true })
  publishedAt!: Date | null;

  @InstantColumn()
  createdAt!: Date;

  @InstantColumn()
  updatedAt!: Date;
}
