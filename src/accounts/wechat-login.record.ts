import { ApiProperty } from '@nestjs/swagger';
import { IsString, Matches } from 'class-validator';

/** What a mini program got from wx.login, or a browser from the log-in page. */
export class WeChatLoginRecord {
  @ApiProperty({ description: 'wx.login 得到的 code，五分钟内有效，只能用一次' })
  @IsString()
  @Matches(/^[\w-]{1,128}$/, { message: '登录凭证无效，请重新登录' })
  code!: string;
}
