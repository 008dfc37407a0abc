import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { DateColumn } from '../database/portable-columns.js';

/** How many WeChat messages an account got on the last day that it got any. */
@Entity('daily_sending')
export class DailySending {
  @PrimaryColumn({ type: 'varchar', length: 26 })
  @ForeignKey(() => Account, { name: 'fk_daily_sending_account', onDelete: 'CASCADE' })
  accountId!: string;

  /** In Beijing. */
  @DateColumn()
  day!: string;

  @Column({ type: 'int' })
  sent!: number;
}
