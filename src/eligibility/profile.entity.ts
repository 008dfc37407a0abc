import type { Subject } from '#libs/eligibility';
import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import {
  DateColumn,
  IdColumn,
  InstantColumn,
  LongTextColumn,
  ReferenceColumn,
} from '../database/portable-columns.js';

/**
 * What a person asked us to keep about herself or an enterprise (资料). The answers are sealed, apart for each
 * sensitivity; see profile-seal.ts.
 */
@Entity('profile')
@Index('ix_profile_subject_account', ['subject', 'accountId', 'id'])
@Index('ix_profile_account', ['accountId'])
@Index('ix_profile_pack', ['subject', 'packId', 'accountId', 'id'])
@Index('ix_profile_expires', ['expiresOn'])
export class Profile {
  @IdColumn()
  id!: string;

  @ReferenceColumn()
  @ForeignKey(() => Account, { name: 'fk_profile_account', onDelete: 'CASCADE' })
  accountId!: string;

  @Column({ type: 'varchar', length: 16 })
  subject!: Subject;

  /** Which key sealed it. */
  @Column({ type: 'varchar', length: 16 })
  keyId!: string;

  @LongTextColumn({ nullable: true })
  general!: string | null;

  @LongTextColumn({ nullable: true })
  personal!: string | null;

  @LongTextColumn({ nullable: true })
  sensitive!: string | null;

  /** The match pack that holds what is said here; null where none does. */
  @ReferenceColumn({ nullable: true })
  packId!: string | null;

  /** Days of the month on which one of its dates has an anniversary: bit 1 for the 1st … bit 31. */
  @Column({ type: 'int' })
  days!: number;

  @InstantColumn()
  createdAt!: Date;

  @InstantColumn()
  updatedAt!: Date;

  /** The last day on which it is kept. */
  @DateColumn()
  expiresOn!: string;
}
