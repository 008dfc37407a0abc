import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Department } from './department.entity.js';

/** What happened on a day to the clauses of a department: statistics add up days instead of reading every event. */
@Entity('department_day')
export class DepartmentDay {
  /** Beijing. */
  @PrimaryColumn({ type: 'date' })
  day!: string;

  @PrimaryColumn({ type: 'varchar', length: 26 })
  @ForeignKey(() => Department, { name: 'fk_department_day_department', onDelete: 'CASCADE' })
  departmentId!: string;

  /** How often its clauses were opened. */
  @Column({ type: 'int', default: 0 })
  views!: number;

  /** How many deliveries were made for its clauses: one person told twice counts twice. */
  @Column({ type: 'int', default: 0 })
  told!: number;
}
