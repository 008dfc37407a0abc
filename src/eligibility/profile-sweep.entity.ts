import { Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../database/portable-columns.js';

/** The daily look at anniversaries: whoever writes the row does the work of that day. */
@Entity('profile_sweep')
export class ProfileSweep {
  /** YYYY-MM-DD in Beijing. */
  @PrimaryColumn({ type: 'varchar', length: 10 })
  day!: string;

  @InstantColumn()
  startedAt!: Date;
}
