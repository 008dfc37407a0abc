import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';

/** Which page of a list is asked for. */
export class PageQuery {
  @ApiProperty({ required: false, minimum: 1, maximum: 10_000, default: 1 })
  @Type(() => Number)
  @IsInt({ message: '页码应为整数' })
  @Min(1, { message: '页码从 1 开始' })
  @Max(10_000, { message: '页码过大，请缩小查询范围' })
  page = 1;

  @ApiProperty({ required: false, minimum: 1, maximum: 100, default: 20 })
  @Type(() => Number)
  @IsInt({ message: '每页条数应为整数' })
  @Min(1, { message: '每页至少 1 条' })
  @Max(100, { message: '每页最多 100 条' })
  pageSize = 20;
}

/** How many items stand before the page. */
export const offsetOf = (query: PageQuery): number => (query.page - 1) * query.pageSize;
