import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { AUDIENCES, SUPPORT_KINDS, type Audience, type SupportKind } from '../clauses/clause.terms.js';
import { CODE_MESSAGE, CODE_PATTERN } from '../common/code.param.js';
import { PageQuery } from '../common/page.query.js';
import { HIT_TYPES, type HitType } from './search.view.js';

const MOST_VALUES = 20;
const TOO_MANY = `同一筛选条件最多选 ${MOST_VALUES} 项`;

/** `?topic=a&topic=b`, `?topic=a` and `?topic=` all mean lists. */
const asList = Transform(({ value }: { value: unknown }) =>
  (Array.isArray(value) ? (value as unknown[]) : [value]).filter((item) => item !== undefined && item !== ''),
);

/** What is searched for; an empty `q` browses. Several values of one filter mean any of them. */
export class SearchQuery extends PageQuery {
  @ApiProperty({ required: false, maxLength: 200 })
  @IsOptional()
  @IsString({ message: '搜索词应为文字' })
  @MaxLength(200, { message: '搜索词最多 200 个字，请缩短后再搜' })
  q = '';

  @ApiProperty({ required: false, enum: HIT_TYPES, isArray: true })
  @IsOptional()
  @asList
  @IsArray()
  @IsIn(HIT_TYPES, { each: true, message: 'type 应为 clause 或 policy' })
  type: HitType[] = [];

  @ApiProperty({ required: false, type: [String] })
  @IsOptional()
  @asList
  @IsArray()
  @ArrayMaxSize(MOST_VALUES, { message: TOO_MANY })
  @Matches(CODE_PATTERN, { each: true, message: CODE_MESSAGE })
  department: string[] = [];

  @ApiProperty({ required: false, type: [String] })
  @IsOptional()
  @asList
  @IsArray()
  @ArrayMaxSize(MOST_VALUES, { message: TOO_MANY })
  @Matches(CODE_PATTERN, { each: true, message: CODE_MESSAGE })
  topic: string[] = [];

  @ApiProperty({ required: false, enum: AUDIENCES, isArray: true })
  @IsOptional()
  @asList
  @IsArray()
  @IsIn(AUDIENCES, { each: true, message: '没有这种适用对象' })
  audience: Audience[] = [];

  @ApiProperty({ required: false, enum: SUPPORT_KINDS, isArray: true })
  @IsOptional()
  @asList
  @IsArray()
  @IsIn(SUPPORT_KINDS, { each: true, message: '没有这种扶持方式' })
  supportKind: SupportKind[] = [];

  @ApiProperty({ required: false, type: [String] })
  @IsOptional()
  @asList
  @IsArray()
  @ArrayMaxSize(MOST_VALUES, { message: TOO_MANY })
  @Length(6, 6, { each: true, message: '行政区划代码为六位数字' })
  region: string[] = [];

  @ApiProperty({ required: false, type: [String] })
  @IsOptional()
  @asList
  @IsArray()
  @IsIn(['published', 'expired', 'repealed'], { each: true, message: '没有这种状态' })
  status: string[] = [];
}
