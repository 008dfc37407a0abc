import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ReferenceColumn } from '../../database/portable-columns.js';
import { Staff } from '../staff.entity.js';

/** Opens the door once when the phone is lost (恢复码); used ones are gone. */
@Entity('staff_recovery_code')
@Index('ix_staff_recovery_code_staff', ['staffId'])
export class StaffRecoveryCode {
  /** HMAC-SHA-256 (hex) of person and code. */
  @PrimaryColumn({ type: 'varchar', length: 64 })
  codeHash!: string;

  @ReferenceColumn()
  @ForeignKey(() => Staff, { name: 'fk_staff_recovery_code_staff', onDelete: 'CASCADE' })
  staffId!: string;
}
