import { Column, Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn } from '../database/portable-columns.js';

/** A person who works with the catalogue (工作人员). */
@Entity('staff')
@Index('uq_staff_username', ['username'], { unique: true })
export class Staff {
  @IdColumn()
  id!: string;

  @Column({ type: 'varchar', length: 64 })
  username!: string;

  /** Argon2id, with its parameters; empty until the person took up an invitation. */
  @Column({ type: 'varchar', length: 255 })
  passwordHash!: string;

  /** 姓名, as others read it; empty where nobody gave one. */
  @Column({ type: 'varchar', length: 40, default: '' })
  displayName!: string;

  /** May not sign in any more; null for everybody else. */
  @InstantColumn({ nullable: true })
  disabledAt!: Date | null;

  /** Since when a second factor (两步验证) is asked for; null where there is none. */
  @InstantColumn({ nullable: true })
  secondFactorAt!: Date | null;

  @InstantColumn()
  createdAt!: Date;
}
