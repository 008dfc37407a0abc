import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Clause } from './clause.entity.js';

/** How often a clause was opened on a day; nothing about who opened it. */
@Entity('clause_view_day')
export class ClauseViewDay {
  @PrimaryColumn({ type: 'varchar', length: 26 })
  @ForeignKey(() => Clause, { name: 'fk_clause_view_day_clause', onDelete: 'CASCADE' })
  clauseId!: string;

  /** Beijing. */
  @PrimaryColumn({ type: 'date' })
  day!: string;

  @Column({ type: 'int' })
  views!: number;
}
