import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';

/** Ids are ULIDs. */
export const ID_PATTERN = /^[0-9A-Z]{26}$/;
export const ID_MESSAGE = '编号不正确，请刷新页面后重试';

/** The `:id` of an address. */
export class IdParam {
  @ApiProperty()
  @Matches(ID_PATTERN, { message: ID_MESSAGE })
  id!: string;
}
