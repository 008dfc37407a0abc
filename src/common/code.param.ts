import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';

/** Codes name catalogue items in addresses and files. */
export const CODE_PATTERN = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;
export const CODE_MESSAGE = '编码由字母、数字、-、_ 组成，以字母或数字开头，最长 64 个字符';

/** The `:code` of an address. */
export class CodeParam {
  @ApiProperty()
  @Matches(CODE_PATTERN, { message: CODE_MESSAGE })
  code!: string;
}
