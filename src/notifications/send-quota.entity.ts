import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../database/portable-columns.js';

/** How much of a limit per second is used up, shared by all workers. */
@Entity('send_quota')
export class SendQuota {
  /** Which limit. */
  @PrimaryColumn({ type: 'varchar', length: 32 })
  name!: string;

  /** The second that `used` counts in. */
  @InstantColumn()
  windowStart!: Date;

  @Column({ type: 'int' })
  used!: number;
}
