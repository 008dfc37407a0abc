import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../database/portable-columns.js';

/** Somebody who follows the official account, or did (公众号粉丝); an account of ours is found by the unionid. */
@Entity('follower')
@Index('ix_follower_union', ['unionId'])
@Index('ix_follower_checked', ['checkedAt'])
export class Follower {
  /** The official account. */
  @PrimaryColumn({ type: 'varchar', length: 32 })
  appId!: string;

  @PrimaryColumn({ type: 'varchar', length: 64, name: 'open_id' })
  openId!: string;

  @Column({ type: 'varchar', length: 64, nullable: true, name: 'union_id' })
  unionId!: string | null;

  @Column({ type: 'boolean' })
  follows!: boolean;

  /** When WeChat was asked who that is; null: to be asked. */
  @InstantColumn({ nullable: true })
  checkedAt!: Date | null;
}
