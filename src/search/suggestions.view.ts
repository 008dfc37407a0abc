import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';

export const SUGGESTION_KINDS = ['clause', 'topic', 'department', 'query'] as const;

/** What was typed so far. */
export class SuggestionsQuery {
  @ApiProperty({ required: false, maxLength: 100 })
  @IsOptional()
  @IsString({ message: '搜索词应为文字' })
  @MaxLength(100, { message: '搜索词最多 100 个字' })
  q = '';
}

/** One thing to go on with: a page to open, or a search that others made. */
export class SuggestionView {
  @ApiProperty({ enum: SUGGESTION_KINDS }) kind!: (typeof SUGGESTION_KINDS)[number];
  @ApiProperty() text!: string;
  @ApiProperty({ required: false, description: '条款、主题或部门的编码' }) code?: string;
}

export class SuggestionsView {
  @ApiProperty({ type: [SuggestionView] }) items!: SuggestionView[];
}
