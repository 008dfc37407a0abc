import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, InstantColumn, ReferenceColumn } from '../database/portable-columns.js';
import { Account } from './account.entity.js';

/** By which openid WeChat knows an account in one mini program or official account. */
@Entity('wechat_identity')
@Index('uq_wechat_identity_openid', ['appId', 'openId'], { unique: true })
@Index('ix_wechat_identity_account', ['accountId'])
@Index('ix_wechat_identity_union', ['unionId'])
export class WeChatIdentity {
  @IdColumn()
  id!: string;

  @ReferenceColumn()
  @ForeignKey(() => Account, { name: 'fk_wechat_identity_account', onDelete: 'CASCADE' })
  accountId!: string;

  @Column({ type: 'varchar', length: 32 })
  appId!: string;

  @Column({ type: 'varchar', length: 64, name: 'open_id' })
  openId!: string;

  @Column({ type: 'varchar', length: 64, nullable: true, name: 'union_id' })
  unionId!: string | null;

  @InstantColumn()
  createdAt!: Date;
}
