import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../database/portable-columns.js';
import { Staff } from '../staff.entity.js';

/** From what the codes of a person's phone are made (TOTP). It counts once `staff.secondFactorAt` is set. */
@Entity('staff_second_factor')
export class StaffSecondFactor {
  @PrimaryColumn({ type: 'varchar', length: 26 })
  @ForeignKey(() => Staff, { name: 'fk_staff_second_factor_staff', onDelete: 'CASCADE' })
  staffId!: string;

  /** Encrypted; see SecretBox. */
  @Column({ type: 'varchar', length: 255 })
  secret!: string;

  /** The time step of the last code that was taken: no code is taken twice, and none from before. */
  @Column({ type: 'bigint', transformer: { to: (value: number) => value, from: Number } })
  lastStep!: number;

  @InstantColumn()
  createdAt!: Date;
}
