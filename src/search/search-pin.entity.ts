import { Column, Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn } from '../database/portable-columns.js';

/** A clause or policy that staff put on top of the results of one search (置顶结果). */
@Entity('search_pin')
@Index('uq_search_pin', ['query', 'code'], { unique: true })
export class SearchPin {
  @IdColumn()
  id!: string;

  /** Normalized: however it is typed, it is the same search. */
  @Column({ type: 'varchar', length: 60 })
  query!: string;

  /** Of the clause or policy. */
  @Column({ type: 'varchar', length: 64 })
  code!: string;

  /** From 1; lower comes first. */
  @Column({ type: 'int' })
  ordinal!: number;

  @InstantColumn()
  createdAt!: Date;
}
