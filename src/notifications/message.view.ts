import { ApiProperty } from '@nestjs/swagger';
import { CHANNELS, type ChannelName } from './notification.terms.js';
import { ClauseSummary } from '../clauses/clause-summary.view.js';

/** How WeChat took a message; the inbox has it in every case. */
export const WECHAT_OUTCOMES = ['waiting', 'sent', 'no_consent', 'failed', 'uncertain'] as const;
export type WeChatOutcome = (typeof WECHAT_OUTCOMES)[number];

/** One message of a person's inbox. */
export class MessageView {
  @ApiProperty() id!: string;
  @ApiProperty({ description: '一句话：发生了什么' }) title!: string;
  @ApiProperty() clause!: ClauseSummary;
  @ApiProperty({ description: '收到时的条款版本' }) clauseVersion!: number;
  @ApiProperty({ type: [String], description: '为什么收到，例如“你订阅了主题：创业”' }) reasons!: string[];
  @ApiProperty({ enum: WECHAT_OUTCOMES }) wechat!: WeChatOutcome;
  @ApiProperty({ enum: CHANNELS, nullable: true, description: '由哪种方式提醒' })
  channel!: ChannelName | null;
  @ApiProperty() createdAt!: string;
  @ApiProperty({ nullable: true, type: String }) readAt!: string | null;
}
