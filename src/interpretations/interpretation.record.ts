import { ApiProperty } from '@nestjs/swagger';
import { IsCode, IsOptionalUrl, IsText } from '../common/record-validators.js';

/** An interpretation as it goes public. */
export class InterpretationRecord {
  @ApiProperty()
  @IsCode()
  code!: string;

  @ApiProperty({ description: '政策编码' })
  @IsText('所属政策', 300)
  policy!: string;

  @ApiProperty({ maxLength: 200 })
  @IsText('标题', 200)
  title!: string;

  @ApiProperty()
  @IsText('正文', 100_000)
  body!: string;

  @ApiProperty({ required: false })
  @IsOptionalUrl('原文网址')
  sourceUrl?: string;
}
