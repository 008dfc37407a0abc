import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import { PASSWORD_MAX } from './passwords.js';

/** With what a staff member signs in. */
export class StaffCredentials {
  @ApiProperty({ maxLength: 64 })
  @IsString({ message: '请填写用户名' })
  @Length(1, 64, { message: '请填写用户名，最多 64 个字符' })
  username!: string;

  @ApiProperty({ maxLength: PASSWORD_MAX })
  @IsString({ message: '请填写密码' })
  @Length(1, PASSWORD_MAX, { message: `请填写密码，最多 ${PASSWORD_MAX} 个字符` })
  password!: string;

  /** Of the authenticator app, or a recovery code; where the account has a second factor. */
  @ApiProperty({ required: false, maxLength: 32 })
  @IsOptional()
  @IsString({ message: '请填写验证码' })
  @Length(0, 32, { message: '验证码最多 32 个字符' })
  code?: string;
}
