import { ApiProperty } from '@nestjs/swagger';
import { IsCode, IsOptionalText, IsText, IsTextList } from '../common/record-validators.js';

/** A topic as files and the API hand it in. */
export class TopicRecord {
  @ApiProperty()
  @IsCode()
  code!: string;

  @ApiProperty()
  @IsText('主题分组', 60)
  group!: string;

  @ApiProperty()
  @IsText('主题名称', 60)
  name!: string;

  @ApiProperty({ required: false })
  @IsOptionalText('主题说明', 255)
  description?: string;

  @ApiProperty({ type: [String], required: false })
  @IsTextList('别名', 30, 50)
  aliases?: string[];
}
