import type { Subject } from '#libs/eligibility';
import { Column, Entity, Index } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  LongBytesColumn,
  LongTextColumn,
  ReferenceColumn,
} from '../database/portable-columns.js';

/**
 * Copies of profiles that rest, by which clauses find them quickly (匹配包): one sealed text for each sensitivity of
 * thousands of them. Never changed, only replaced; see docs/eligibility.md.
 */
@Entity('match_pack')
@Index('uq_match_pack_first', ['subject', 'firstAccount'], { unique: true })
@Index('ix_match_pack_last', ['subject', 'lastAccount'])
export class MatchPack {
  @IdColumn()
  id!: string;

  @Column({ type: 'varchar', length: 16 })
  subject!: Subject;

  /** Which key sealed it. */
  @Column({ type: 'varchar', length: 16 })
  keyId!: string;

  /** From here to the first account of the next pack, new profiles go into this one. */
  @ReferenceColumn()
  firstAccount!: string;

  /** The last account that has a profile in it. */
  @ReferenceColumn()
  lastAccount!: string;

  /** Ids of the profiles, in the order of accounts, with blanks between. */
  @LongTextColumn()
  profiles!: string;

  @Column({ type: 'int' })
  size!: number;

  /** How many of them could not be opened. */
  @Column({ type: 'int' })
  unreadable!: number;

  @LongBytesColumn({ nullable: true })
  general!: Uint8Array | null;

  @LongBytesColumn({ nullable: true })
  personal!: Uint8Array | null;

  @LongBytesColumn({ nullable: true })
  sensitive!: Uint8Array | null;

  @InstantColumn()
  createdAt!: Date;
}
