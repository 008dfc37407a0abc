import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, Matches, Max, Min, ValidateNested } from 'class-validator';
import { StepRecord } from '../clauses/clause.record.js';
import { CODE_MESSAGE, CODE_PATTERN } from '../common/code.param.js';
import { NamedCode } from '../common/named-code.view.js';
import { IsOptionalText, IsText } from '../common/record-validators.js';

/** What somebody is writing. */
export class CheckRecord {
  @ApiProperty({ required: false, description: '正在写的条款或政策，不与自己比较' })
  @IsOptional()
  @Matches(CODE_PATTERN, { message: CODE_MESSAGE })
  code?: string;

  @ApiProperty() @IsText('标题', 300) title!: string;
  @ApiProperty({ required: false }) @IsOptionalText('所属政策', 300) policy?: string;
  @ApiProperty({ required: false }) @IsOptionalText('文号', 100) documentNumber?: string;
  @ApiProperty({ required: false }) @IsOptionalText('扶持内容', 10_000) benefit?: string;
}

/** A clause with nearly the same title. */
export class SimilarClause {
  @ApiProperty() code!: string;
  @ApiProperty() title!: string;
  @ApiProperty() status!: string;
  @ApiProperty() department!: NamedCode;
  @ApiProperty({ minimum: 0, maximum: 1 }) likeness!: number;
}

/** A policy with the same document number. */
export class SameNumberPolicy {
  @ApiProperty() code!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ nullable: true, type: String }) documentNumber!: string | null;
}

export class CheckView {
  @ApiProperty({ type: [SimilarClause] }) similar!: SimilarClause[];
  @ApiProperty({ type: [SameNumberPolicy] }) sameNumber!: SameNumberPolicy[];
  @ApiProperty({ type: [NamedCode] }) topics!: NamedCode[];
}

/** Steps to draw. */
export class FlowchartRecord {
  @ApiProperty() @IsText('标题', 120) title!: string;

  @ApiProperty({ type: [StepRecord] })
  @IsArray({ message: '办理流程应为列表' })
  @ArrayMaxSize(50, { message: '办理流程最多 50 个环节' })
  @ValidateNested({ each: true })
  @Type(() => StepRecord)
  steps!: StepRecord[];

  @ApiProperty({ required: false })
  @IsOptional()
  @IsInt({ message: '办理时限应为整数' })
  @Min(0, { message: '办理时限不能为负' })
  @Max(3650, { message: '办理时限过大' })
  totalDays?: number;
}
