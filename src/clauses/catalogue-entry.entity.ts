import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, InstantColumn, ReferenceColumn } from '../database/portable-columns.js';
import { Department } from '../departments/department.entity.js';

/** Something that must be in the catalogue of a year (目录事项); clauses fulfil it. */
@Entity('catalogue_entry')
@Index('uq_catalogue_entry_code', ['year', 'code'], { unique: true })
export class CatalogueEntry {
  @IdColumn()
  id!: string;

  @Column({ type: 'int' })
  year!: number;

  @Column({ type: 'varchar', length: 64 })
  code!: string;

  @Column({ type: 'varchar', length: 200 })
  title!: string;

  @ReferenceColumn()
  @ForeignKey(() => Department, { name: 'fk_catalogue_entry_department', onDelete: 'RESTRICT' })
  departmentId!: string;

  @InstantColumn()
  createdAt!: Date;
}
