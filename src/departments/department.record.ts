import { ApiProperty } from '@nestjs/swagger';
import { IsArea, IsCode, IsOptionalText, IsText, IsTextList } from '../common/record-validators.js';

/** A department as files and the API hand it in. */
export class DepartmentRecord {
  @ApiProperty()
  @IsCode()
  code!: string;

  @ApiProperty()
  @IsText('部门名称', 120)
  name!: string;

  @ApiProperty({ required: false })
  @IsOptionalText('简称', 60)
  shortName?: string;

  @ApiProperty({ example: '420800' })
  @IsArea('行政区划代码')
  region!: string;

  @ApiProperty({ type: [String], required: false })
  @IsTextList('电话', 40, 10)
  phones?: string[];

  @ApiProperty({ required: false })
  @IsOptionalText('地址', 255)
  address?: string;
}
