import { ApiProperty } from '@nestjs/swagger';
import {
  CAMPAIGN_KINDS,
  CAMPAIGN_STATES,
  DELIVERY_STATES,
  type CampaignKind,
  type CampaignState,
  type DeliveryState,
} from './notification.terms.js';

/** The clause version that a campaign tells of. */
export class CampaignClause {
  @ApiProperty() code!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ description: '第几版' }) version!: number;
}

/** One push of one fact, as operators see it in a list. */
export class CampaignView {
  @ApiProperty() id!: string;
  @ApiProperty({ enum: CAMPAIGN_KINDS }) kind!: CampaignKind;
  @ApiProperty() clause!: CampaignClause;
  @ApiProperty({ enum: CAMPAIGN_STATES }) state!: CampaignState;
  @ApiProperty({ description: '不等免打扰时段和汇总' }) urgent!: boolean;
  @ApiProperty({ description: '被工作人员暂停' }) paused!: boolean;
  @ApiProperty({ description: 'ISO 8601, UTC' }) createdAt!: string;
  @ApiProperty({ description: '要通知多少人' }) total!: number;
  @ApiProperty({ description: '还有多少人等待发送' }) waiting!: number;
}

/** Messages that WeChat refused for one reason. */
export class CampaignErrorView {
  @ApiProperty({ description: '微信错误码' }) code!: number;
  @ApiProperty() total!: number;
  @ApiProperty({ description: '是什么、该做什么' }) advice!: string;
}

/** One push in all its figures. */
export class CampaignDetailView extends CampaignView {
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: `投递状态（${DELIVERY_STATES.join('、')}）的人数`,
  })
  counts!: Record<DeliveryState, number>;

  @ApiProperty({ type: [CampaignErrorView], description: '多的在前' }) errors!: CampaignErrorView[];
  @ApiProperty({ description: '最近一分钟发出的消息' }) sentLastMinute!: number;
  @ApiProperty({ description: '不确定微信是否收到、因此不会再发的消息' }) uncertain!: number;
}
