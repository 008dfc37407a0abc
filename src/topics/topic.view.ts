import { ApiProperty } from '@nestjs/swagger';

/** A theme that people can subscribe to. */
export class TopicView {
  @ApiProperty() code!: string;
  @ApiProperty({ description: '主题分组' }) group!: string;
  @ApiProperty() name!: string;
  @ApiProperty() description!: string;
  @ApiProperty({ type: [String], description: '别名' }) aliases!: string[];
  @ApiProperty({ description: '已发布条款数' }) clauseCount!: number;
}

/** Topics of one group, in the order of the catalogue. */
export class TopicGroupView {
  @ApiProperty() name!: string;
  @ApiProperty({ type: [TopicView] }) topics!: TopicView[];
}
