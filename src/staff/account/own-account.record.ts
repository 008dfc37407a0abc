import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';
import { PASSWORD_MAX } from '../passwords.js';

const CODE_MESSAGE = '请填写验证器里的 6 位验证码，或一个恢复码';

export class PasswordProof {
  @ApiProperty({ maxLength: PASSWORD_MAX })
  @IsString({ message: '请填写当前密码' })
  @Length(1, PASSWORD_MAX, { message: `请填写当前密码，最多 ${PASSWORD_MAX} 个字符` })
  password!: string;
}

export class PasswordChange extends PasswordProof {
  @ApiProperty({ maxLength: PASSWORD_MAX })
  @IsString({ message: '请填写新密码' })
  @Length(1, 1000, { message: '请填写新密码' })
  newPassword!: string;
}

export class FactorProof extends PasswordProof {
  @ApiProperty({ maxLength: 32 })
  @IsString({ message: CODE_MESSAGE })
  @Length(6, 32, { message: CODE_MESSAGE })
  code!: string;
}

export class FactorConfirmation {
  @ApiProperty({ example: '123456' })
  @Matches(/^\d{6}$/, { message: '请填写验证器里的 6 位验证码' })
  code!: string;
}

/** The `:id` of one of the person's sessions. */
export class SessionIdParam {
  @ApiProperty()
  @Matches(/^[0-9a-f]{24}$/, { message: '编号不正确，请刷新列表后重试' })
  id!: string;
}
