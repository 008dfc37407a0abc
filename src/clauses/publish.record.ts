import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsOptional } from 'class-validator';

/** How a publication behaves. */
export class PublishRecord {
  @ApiProperty({ required: false, default: false, description: '不通知订阅者，例如只改了错字' })
  @IsOptional()
  @IsBoolean({ message: 'silent 应为 true 或 false' })
  silent?: boolean;

  @ApiProperty({
    required: false,
    default: false,
    description: '马上通知，不等免打扰时段和汇总；需要 push.urgent 权限',
  })
  @IsOptional()
  @IsBoolean({ message: 'urgent 应为 true 或 false' })
  urgent?: boolean;
}
