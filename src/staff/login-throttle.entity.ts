import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../database/portable-columns.js';

/**
 * Failed log-ins in a row, per name and browser. Both are kept as hashes: people type passwords where the name
 * belongs.
 */
@Entity('login_throttle')
@Index('ix_login_throttle_updated', ['updatedAt'])
export class LoginThrottle {
  /** SHA-256 of the name, hex; the name need not exist. */
  @PrimaryColumn({ type: 'varchar', length: 64 })
  nameHash!: string;

  /** SHA-256 of the token of a browser that signed in under this name before; `-` for all others together. */
  @PrimaryColumn({ type: 'varchar', length: 64 })
  deviceHash!: string;

  @Column({ type: 'int' })
  failures!: number;

  /** No password is looked at before. */
  @InstantColumn({ nullable: true })
  retryAt!: Date | null;

  @InstantColumn()
  updatedAt!: Date;
}
