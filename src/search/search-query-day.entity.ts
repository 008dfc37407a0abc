import { Column, Entity, Index } from 'typeorm';
import { DateColumn, IdColumn } from '../database/portable-columns.js';

/** How often a text was searched for on a day: counts only, nothing about who asked. */
@Entity('search_query_day')
@Index('uq_search_query_day', ['day', 'text'], { unique: true })
export class SearchQueryDay {
  @IdColumn()
  id!: string;

  /** Beijing time. */
  @DateColumn()
  day!: string;

  /** Normalized. */
  @Column({ type: 'varchar', length: 60 })
  text!: string;

  @Column({ type: 'int' })
  searches!: number;

  /** How many of the searches found nothing. */
  @Column({ type: 'int' })
  fruitless!: number;
}
