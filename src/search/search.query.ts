import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
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
import { AsList } from '../common/as-list.js';
import { CODE_MESSAGE, CODE_PATTERN } from '../common/code.param.js';
import { PageQuery } from '../common/page.query.js';
import { HIT_TYPES, type HitType } from './search.view.js';

export const SEARCH_SORTS = ['relevance', 'newest', 'closing', 'amount'] as const;
export type SearchSort = (typeof SEARCH_SORTS)[number];

const MOST_VALUES = 20;
const TOO_MANY = `同一筛选条件最多选 ${MOST_VALUES} 项`;
const FINDABLE_STATUSES = ['published', 'expired', 'repealed'] as const;

/** A filter with fixed values. */
const TermFilter = (terms: readonly string[], message: string) =>
  applyDecorators(
    ApiProperty({ required: false, enum: terms, isArray: true }),
    IsOptional(),
    AsList(),
    IsArray(),
    IsIn(terms, { each: true, message }),
  );

/** A filter with any values that keep `rule`. */
const OpenFilter = (rule: PropertyDecorator) =>
  applyDecorators(
    ApiProperty({ required: false, type: [String] }),
    IsOptional(),
    AsList(),
    IsArray(),
    ArrayMaxSize(MOST_VALUES, { message: TOO_MANY }),
    rule,
  );

const eachIsCode = Matches(CODE_PATTERN, { each: true, message: CODE_MESSAGE });

/** What is searched for; an empty `q` browses. Several values of one filter mean any of them. */
export class SearchQuery extends PageQuery {
  @ApiProperty({ required: false, maxLength: 200 })
  @IsOptional()
  @IsString({ message: '搜索词应为文字' })
  @MaxLength(200, { message: '搜索词最多 200 个字，请缩短后再搜' })
  q = '';

  @ApiProperty({ required: false, enum: SEARCH_SORTS, description: '默认按相关程度' })
  @IsOptional()
  @IsIn(SEARCH_SORTS, { message: '没有这种排序' })
  sort: SearchSort = 'relevance';

  @ApiProperty({
    required: false,
    enum: ['1'],
    description: '说明排名理由；转到工作人员的搜索接口，要先登录工作台',
  })
  @IsOptional()
  @IsIn(['0', '1'], { message: 'explain 应为 1' })
  explain?: string;

  @TermFilter(HIT_TYPES, 'type 应为 clause 或 policy')
  type: HitType[] = [];

  @OpenFilter(eachIsCode)
  department: string[] = [];

  @OpenFilter(eachIsCode)
  topic: string[] = [];

  @TermFilter(AUDIENCES, '没有这种适用对象')
  audience: Audience[] = [];

  @TermFilter(SUPPORT_KINDS, '没有这种扶持方式')
  supportKind: SupportKind[] = [];

  @OpenFilter(Length(6, 6, { each: true, message: '行政区划代码为六位数字' }))
  region: string[] = [];

  @TermFilter(FINDABLE_STATUSES, '没有这种状态')
  status: string[] = [];
}
