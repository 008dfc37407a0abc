import { ApiProperty } from '@nestjs/swagger';
import { TopicView } from '../topics/topic.view.js';

/** A wish to hear about a topic. */
export class SubscriptionView {
  @ApiProperty() id!: string;
  @ApiProperty() topic!: TopicView;
  @ApiProperty({ description: 'ISO 8601, UTC' }) createdAt!: string;
}
