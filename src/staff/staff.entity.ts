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

  /** Argon2id, with its parameters. */
  @Column({ type: 'varchar', length: 255 })
  passwordHash!: string;

  /** 姓名, as others read it; empty where nobody gave one. */
  @Column({ type: 'varchar', length: 40, default: '' })
  displayName!: string;

  @InstantColumn()
  createdAt!: Date;
}
