import { ApiProperty } from '@nestjs/swagger';
import { NamedCode } from '../common/named-code.view.js';
import { IsOptionalDate } from '../common/record-validators.js';

/** Of which days. */
export class StatisticsQuery {
  @ApiProperty({ required: false, description: 'YYYY-MM-DD' })
  @IsOptionalDate('开始日期')
  from?: string;

  @ApiProperty({ required: false, description: 'YYYY-MM-DD' })
  @IsOptionalDate('结束日期')
  to?: string;
}

/** What a department has published, and whom it reached. */
export class DepartmentStatistics {
  @ApiProperty() department!: NamedCode;
  @ApiProperty() published!: number;
  @ApiProperty({ description: '起草中和退回的稿件' }) drafts!: number;
  @ApiProperty({ description: '审核中的稿件' }) inReview!: number;
  @ApiProperty() publishedInPeriod!: number;
  @ApiProperty() views!: number;
  @ApiProperty({ description: '期间通知订阅者的人次' }) told!: number;
  @ApiProperty({ nullable: true, type: Number, description: '0 至 1；没有审核时为空' })
  onTimeRate!: number | null;
}
