import { ApiProperty } from '@nestjs/swagger';
import { IsCode, IsOptionalDate, IsText } from '../common/record-validators.js';

/** Why a clause ends. */
export class EndRecord {
  @ApiProperty({ maxLength: 500, description: '公众可以看到' })
  @IsText('原因', 500)
  reason!: string;
}

export class SupersedeRecord extends EndRecord {
  @ApiProperty({ description: '替代它的条款的编码' })
  @IsCode()
  by!: string;
}

export class ExpiryRecord extends EndRecord {
  @ApiProperty({ nullable: true, type: String, description: '有效期的最后一天；空为取消' })
  @IsOptionalDate('到期日期')
  on?: string | null;
}
