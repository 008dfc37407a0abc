import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../../accounts/account.entity.js';
import { InstantColumn, ReferenceColumn } from '../../database/portable-columns.js';
import { Staff } from '../staff.entity.js';

/** Whose WeChat may sign in as which staff member (微信绑定); one to one. */
@Entity('staff_wechat')
@Index('uq_staff_wechat_account', ['accountId'], { unique: true })
export class StaffWeChat {
  @PrimaryColumn({ type: 'varchar', length: 26 })
  @ForeignKey(() => Staff, { name: 'fk_staff_wechat_staff', onDelete: 'CASCADE' })
  staffId!: string;

  @ReferenceColumn()
  @ForeignKey(() => Account, { name: 'fk_staff_wechat_account', onDelete: 'CASCADE' })
  accountId!: string;

  @InstantColumn()
  boundAt!: Date;
}
