import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { CODE_MESSAGE, CODE_PATTERN } from '../common/code.param.js';
import { PageQuery } from '../common/page.query.js';
import { CLAUSE_STATUSES, type ClauseStatus } from './clause.terms.js';

const isEmpty = (value: unknown): boolean => value === '';
const emptyIsAbsent = Transform(({ value }: { value: unknown }) => (isEmpty(value) ? undefined : value));

/** Which clauses staff wants to see; newest changes come first. */
export class StaffClauseQuery extends PageQuery {
  @ApiProperty({ required: false, enum: CLAUSE_STATUSES })
  @emptyIsAbsent
  @IsOptional()
  @IsIn(CLAUSE_STATUSES, { message: '状态应为 draft、published 或 withdrawn' })
  status?: ClauseStatus;

  @ApiProperty({ required: false, description: '责任部门编码' })
  @emptyIsAbsent
  @IsOptional()
  @Matches(CODE_PATTERN, { message: CODE_MESSAGE })
  department?: string;

  @ApiProperty({ required: false, description: '标题或编码中的文字', maxLength: 60 })
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.trim() || undefined : value,
  )
  @IsOptional()
  @IsString({ message: '搜索内容应为文字' })
  @Length(1, 60, { message: '搜索内容最多 60 个字' })
  q?: string;
}
