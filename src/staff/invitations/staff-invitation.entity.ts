import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn, ReferenceColumn } from '../../database/portable-columns.js';
import { Staff } from '../staff.entity.js';

/** Lets a person set a password once (邀请). Only the hash of what the link holds is kept. */
@Entity('staff_invitation')
@Index('ix_staff_invitation_staff', ['staffId'])
@Index('ix_staff_invitation_expires', ['expiresAt'])
export class StaffInvitation {
  /** SHA-256, hex. */
  @PrimaryColumn({ type: 'varchar', length: 64 })
  tokenHash!: string;

  @ReferenceColumn()
  @ForeignKey(() => Staff, { name: 'fk_staff_invitation_staff', onDelete: 'CASCADE' })
  staffId!: string;

  @InstantColumn()
  expiresAt!: Date;
}
