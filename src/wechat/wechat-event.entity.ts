import { Entity, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../database/portable-columns.js';

/** A callback event that was taken; WeChat repeats events, so each is taken once. */
@Entity('wechat_event')
@Index('ix_wechat_event_received', ['receivedAt'])
export class WeChatEvent {
  @PrimaryColumn({ type: 'varchar', length: 255 })
  dedupeKey!: string;

  @InstantColumn()
  receivedAt!: Date;
}
