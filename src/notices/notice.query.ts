import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean } from 'class-validator';
import { PageQuery } from '../common/page.query.js';

/** Which notices are asked for. */
export class NoticeQuery extends PageQuery {
  @ApiProperty({ required: false, default: false })
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean({ message: 'unread 应为 true 或 false' })
  unread = false;
}
