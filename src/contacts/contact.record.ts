import { ApiProperty } from '@nestjs/swagger';
import { IsString, Matches } from 'class-validator';

/** What WeChat's phone-number button gave: never the number itself. */
export class PhoneCodeRecord {
  @ApiProperty({ description: '小程序“获取手机号”按钮得到的 code，五分钟内有效，只能用一次' })
  @IsString()
  @Matches(/^[\w-]{1,128}$/, { message: '手机号凭证无效，请重新授权' })
  code!: string;
}
