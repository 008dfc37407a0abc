import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { InstantColumn } from '../database/portable-columns.js';

/** By which other ways than the mini program an account asked to be told (联系方式); no row: by none. */
@Entity('contact')
export class Contact {
  @PrimaryColumn({ type: 'varchar', length: 26 })
  @ForeignKey(() => Account, { name: 'fk_contact_account', onDelete: 'CASCADE' })
  accountId!: string;

  /** By the official account, if the person follows it. */
  @Column({ type: 'boolean' })
  officialAccount!: boolean;

  /** The telephone number for text messages, sealed (see `PhoneCipher`); null: none. */
  @Column({ type: 'varchar', length: 255, nullable: true })
  phone!: string | null;

  @InstantColumn()
  updatedAt!: Date;
}
