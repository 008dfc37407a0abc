import { Column, Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn } from '../database/portable-columns.js';

/** What a staff member may do; more roles come with reviews. */
export const STAFF_ROLES = ['administrator'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

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

  @Column({ type: 'varchar', length: 24 })
  role!: StaffRole;

  @InstantColumn()
  createdAt!: Date;
}
