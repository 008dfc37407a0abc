import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * The last number given out. Its row is locked from taking numbers until commit, so a reader that has seen number n
 * has seen all before it; an auto-increment would let a later number commit first.
 */
@Entity('change_feed_head')
export class ChangeFeedHead {
  @PrimaryColumn({ type: 'int' })
  id!: number;

  @Column({ type: 'bigint', transformer: { to: (value: number) => value, from: Number } })
  lastSequence!: number;
}
