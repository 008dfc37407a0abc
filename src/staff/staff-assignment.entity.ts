import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, InstantColumn, ReferenceColumn } from '../database/portable-columns.js';
import { Department } from '../departments/department.entity.js';
import { Staff } from './staff.entity.js';
import type { StaffRole } from './role.terms.js';

/** A role that a person holds (岗位), in one department or in the whole city. */
@Entity('staff_assignment')
@Index('ix_staff_assignment_staff', ['staffId'])
@Index('ix_staff_assignment_department', ['departmentId', 'role'])
@Index('ix_staff_assignment_role', ['role'])
export class StaffAssignment {
  @IdColumn()
  id!: string;

  @ReferenceColumn()
  @ForeignKey(() => Staff, { name: 'fk_staff_assignment_staff', onDelete: 'CASCADE' })
  staffId!: string;

  @Column({ type: 'varchar', length: 24 })
  role!: StaffRole;

  /** Null: in the whole city. */
  @ReferenceColumn({ nullable: true })
  @ForeignKey(() => Department, { name: 'fk_staff_assignment_department', onDelete: 'RESTRICT' })
  departmentId!: string | null;

  @InstantColumn()
  createdAt!: Date;
}
