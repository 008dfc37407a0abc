import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { InstantColumn } from '../database/portable-columns.js';

/** How many subscribe messages of a template an account still allows (授权), as WeChat's events told us. */
@Entity('consent')
export class Consent {
  @PrimaryColumn({ type: 'varchar', length: 26 })
  @ForeignKey(() => Account, { name: 'fk_consent_account', onDelete: 'CASCADE' })
  accountId!: string;

  @PrimaryColumn({ type: 'varchar', length: 128 })
  templateId!: string;

  @Column({ type: 'int' })
  remaining!: number;

  @InstantColumn()
  updatedAt!: Date;
}
