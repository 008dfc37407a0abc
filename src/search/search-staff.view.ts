import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsString, Length, Matches } from 'class-validator';
import { CODE_MESSAGE, CODE_PATTERN } from '../common/code.param.js';

/** What is pinned on top of one search. */
export class PinnedQuery {
  @ApiProperty({ maxLength: 60 })
  @IsString({ message: '搜索词应为文字' })
  @Length(1, 60, { message: '搜索词应为 1 到 60 个字' })
  query!: string;

  @ApiProperty({ type: [String], description: '条款或政策的编码，按显示顺序；空列表取消置顶' })
  @IsArray({ message: 'codes 应为编码的列表' })
  @ArrayMaxSize(5, { message: '一个搜索词最多置顶 5 条' })
  @Matches(CODE_PATTERN, { each: true, message: CODE_MESSAGE })
  codes!: string[];
}

/** A searched text with its counts over the last thirty days. */
export class SearchedTextView {
  @ApiProperty() text!: string;
  @ApiProperty() searches!: number;
  @ApiProperty({ description: '其中没有结果的次数' }) fruitless!: number;
}
