import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';
import { AsList } from '../common/as-list.js';
import { CODE_MESSAGE, CODE_PATTERN } from '../common/code.param.js';
import { FREQUENCIES, type Frequency } from './subscription.terms.js';

const MOST_TOPICS = 200;
const MOST_VALUES = 20;

/** The addresses of what has a code, and what they mean. */
export const TARGET_FOLDERS = { topics: 'topic', departments: 'department', policies: 'policy' } as const;
export type TargetFolder = keyof typeof TARGET_FOLDERS;

/** The `:folder/:code` of an address. */
export class TargetParam {
  @ApiProperty({ enum: Object.keys(TARGET_FOLDERS) })
  @IsIn(Object.keys(TARGET_FOLDERS), { message: '可以订阅主题、部门或政策' })
  folder!: TargetFolder;

  @ApiProperty()
  @Matches(CODE_PATTERN, { message: CODE_MESSAGE })
  code!: string;
}

/** The `:id` of a subscription. */
export class SubscriptionIdParam {
  @ApiProperty()
  @Matches(/^[0-9A-HJKMNP-TV-Z]{26}$/, { message: '订阅编号无效' })
  id!: string;
}

/** How soon somebody wants to hear. */
export class FrequencyRecord {
  @ApiProperty({ enum: FREQUENCIES, required: false })
  @IsOptional()
  @IsIn(FREQUENCIES, { message: '请选择马上通知、每天汇总或每周汇总' })
  frequency?: Frequency;
}

/** Several topics at once. */
export class TopicsRecord extends FrequencyRecord {
  @ApiProperty({ type: [String] })
  @IsArray({ message: '请选择主题' })
  @ArrayMinSize(1, { message: '请至少选择一个主题' })
  @ArrayMaxSize(MOST_TOPICS, { message: `一次最多订阅 ${MOST_TOPICS} 个主题` })
  @Matches(CODE_PATTERN, { each: true, message: CODE_MESSAGE })
  codes!: string[];
}

/** A change of a subscription. */
export class SubscriptionChange extends FrequencyRecord {
  @ApiProperty({ required: false })
  @IsOptional()
  @IsBoolean({ message: '请选择暂停或恢复' })
  paused?: boolean;
}

const Filter = () =>
  applyDecorators(
    ApiProperty({ type: [String], required: false }),
    AsList(),
    IsArray({ message: '筛选条件应为列表' }),
    ArrayMaxSize(MOST_VALUES, { message: `同一筛选条件最多选 ${MOST_VALUES} 项` }),
    Matches(CODE_PATTERN, { each: true, message: CODE_MESSAGE }),
  );

/** A search to be told about; names as in the search itself. */
export class SearchRecord extends FrequencyRecord {
  @ApiProperty({ required: false, maxLength: 100 })
  @IsOptional()
  @IsString({ message: '搜索词应为文字' })
  @MaxLength(100, { message: '搜索词最多 100 个字' })
  q = '';

  @Filter()
  department: string[] = [];

  @Filter()
  topic: string[] = [];

  @Filter()
  audience: string[] = [];

  @Filter()
  supportKind: string[] = [];

  @Filter()
  region: string[] = [];
}
