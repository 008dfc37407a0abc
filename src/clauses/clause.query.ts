import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsOptionalDate } from '../common/record-validators.js';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

/** Which version of a clause is asked for; the newest where none is named. */
export class ClauseQuery {
  @ApiProperty({ required: false, minimum: 1 })
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: '版本号应为整数' })
  @Min(1, { message: '版本号从 1 开始' })
  @Max(1_000_000, { message: '版本号过大' })
  version?: number;

  @ApiProperty({ required: false, description: '看某一天（北京时间）结束时公布的内容，YYYY-MM-DD' })
  @IsOptionalDate('日期')
  asOf?: string;
}
