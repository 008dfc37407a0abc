import { Column, Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn } from '../database/portable-columns.js';

/** A body that answers for clauses (部门). */
@Entity('department')
@Index('uq_department_code', ['code'], { unique: true })
export class Department {
  @IdColumn()
  id!: string;

  @Column({ type: 'varchar', length: 64 })
  code!: string;

  @Column({ type: 'varchar', length: 120 })
  name!: string;

  @Column({ type: 'varchar', length: 60 })
  shortName!: string;

  /** Area code, GB/T 2260. */
  @Column({ type: 'varchar', length: 6 })
  region!: string;

  @JsonColumn()
  phones!: string[];

  @Column({ type: 'varchar', length: 255, nullable: true })
  address!: string | null;

  @Column({ type: 'varchar', length: 64 })
  contentHash!: string;

  @InstantColumn()
  createdAt!: Date;

  @InstantColumn()
  updatedAt!: Date;
}
