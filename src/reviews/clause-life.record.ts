import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsOptional } from 'class-validator';
import { IsCode, IsOptionalDate, IsText } from '../common/record-validators.js';

/** Why a clause ends. */
export class EndRecord {
  @ApiProperty({ maxLength: 500, description: '公众可以看到' })
  @IsText('原因', 500)
  reason!: string;
}

export class WithdrawRecord extends EndRecord {
  @ApiProperty({ required: false, description: '内容根本不该公开：过去的日子也不再显示' })
  @IsOptional()
  @IsBoolean({ message: '应为 true 或 false' })
  hide?: boolean;
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
