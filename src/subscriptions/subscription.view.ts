import { ApiProperty } from '@nestjs/swagger';
import { FREQUENCIES, type Frequency } from './subscription.terms.js';
import { TargetView } from './target.view.js';

/** A wish to hear about something. */
export class SubscriptionView {
  @ApiProperty() id!: string;
  @ApiProperty() target!: TargetView;
  @ApiProperty({ enum: FREQUENCIES }) frequency!: Frequency;
  @ApiProperty({ description: '已暂停' }) paused!: boolean;
  @ApiProperty({ description: 'ISO 8601, UTC' }) createdAt!: string;
}

/** What a subscription would bring, told from the last 90 days. */
export class EstimateView {
  @ApiProperty({ description: '平均每周几条消息' }) perWeek!: number;
  @ApiProperty({ description: '比较多，可以选每天或每周汇总' }) many!: boolean;
  @ApiProperty({ type: [String], description: '最近的几条标题' }) latest!: string[];
}
