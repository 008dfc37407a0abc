import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { CodeParam } from '../common/code.param.js';

/** The `:code` and `:id` of an address. */
export class AttachmentParams extends CodeParam {
  @ApiProperty()
  @Matches(/^[0-9A-Z]{26}$/, { message: '附件编号不正确，请刷新页面后重试' })
  id!: string;
}
