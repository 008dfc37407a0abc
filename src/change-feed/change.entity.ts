import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../database/portable-columns.js';

/** What kinds of records search indexes follow. */
export type ChangedKind = 'department' | 'topic' | 'policy' | 'clause';

/** One change in the catalogue (变更流), numbered without gaps in the order of commits. */
@Entity('change_feed')
export class Change {
  @PrimaryColumn({ type: 'bigint', transformer: { to: (value: number) => value, from: Number } })
  sequence!: number;

  @Column({ type: 'varchar', length: 16 })
  kind!: ChangedKind;

  @Column({ type: 'varchar', length: 26 })
  recordId!: string;

  @InstantColumn()
  createdAt!: Date;
}
