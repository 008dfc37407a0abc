import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../database/portable-columns.js';

/** WeChat's access token of an app, shared by all processes; `lockedUntil` lets only one of them fetch a new one. */
@Entity('wechat_token')
export class WeChatToken {
  @PrimaryColumn({ type: 'varchar', length: 32 })
  appId!: string;

  @Column({ type: 'varchar', length: 1024, nullable: true })
  accessToken!: string | null;

  /** From then on a new one should be fetched; this one still works. */
  @InstantColumn({ nullable: true })
  renewAt!: Date | null;

  @InstantColumn({ nullable: true })
  expiresAt!: Date | null;

  @InstantColumn({ nullable: true })
  lockedUntil!: Date | null;
}
