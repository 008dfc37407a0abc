import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsISO8601, IsObject, IsOptional, Matches, Max, Min } from 'class-validator';
import { CODE_MESSAGE, CODE_PATTERN } from '../common/code.param.js';
import { PageQuery } from '../common/page.query.js';
import { IsOptionalText, IsText } from '../common/record-validators.js';
import { DRAFT_KINDS, DRAFT_STATES, type DraftKind, type DraftState } from './draft.terms.js';
import { RETURN_TARGETS, type ReturnTarget } from './review.terms.js';

const MOST_REVISIONS = 2_000_000_000;
const HASH_MESSAGE = '请刷新页面后重试';

class MaybeCode {
  @ApiProperty({ required: false, description: '不填则自动编号' })
  @IsOptional()
  @Matches(CODE_PATTERN, { message: CODE_MESSAGE })
  code?: string;
}

/** A new clause. */
export class NewClauseRecord extends MaybeCode {
  @ApiProperty({ description: '部门编码' }) @IsText('责任部门', 120) department!: string;
  @ApiProperty({ description: '政策编码' }) @IsText('所属政策', 300) policy!: string;
  @ApiProperty({ maxLength: 120 }) @IsText('条款标题', 120) title!: string;

  @ApiProperty({ required: false, minimum: 1 })
  @IsOptional()
  @IsInt({ message: '序号应为整数' })
  @Min(1, { message: '序号从 1 开始' })
  @Max(100_000, { message: '序号过大' })
  ordinal?: number;
}

/** A new policy. */
export class NewPolicyRecord extends MaybeCode {
  @ApiProperty({ description: '部门编码' }) @IsText('责任部门', 120) department!: string;
  @ApiProperty({ maxLength: 300 }) @IsText('政策标题', 300) title!: string;
}

/** A new interpretation. */
export class NewInterpretationRecord extends MaybeCode {
  @ApiProperty({ description: '政策编码' }) @IsText('所属政策', 300) policy!: string;
  @ApiProperty({ maxLength: 200 }) @IsText('解读标题', 200) title!: string;
}

/** The whole content of a draft, and the revision on which it is based. */
export class DraftRecord {
  @ApiProperty({ minimum: 0 })
  @IsInt({ message: '修订号应为整数' })
  @Min(0, { message: '修订号从 0 开始' })
  @Max(MOST_REVISIONS, { message: '修订号过大' })
  revision!: number;

  @ApiProperty({ type: Object, additionalProperties: true })
  @IsObject({ message: '请提交稿件内容' })
  content!: Record<string, unknown>;
}

export class RevisionRecord {
  @ApiProperty({ minimum: 0 })
  @IsInt({ message: '修订号应为整数' })
  @Min(0, { message: '修订号从 0 开始' })
  @Max(MOST_REVISIONS, { message: '修订号过大' })
  revision!: number;
}

export class RecallRecord {
  @ApiProperty({ required: false, maxLength: 1000 })
  @IsOptionalText('说明', 1000)
  comment?: string;
}

/** A decision on exactly the content with this hash. */
export class ApproveRecord extends RecallRecord {
  @ApiProperty({ description: '看到的内容的 hash' })
  @Matches(/^[0-9a-f]{64}$/, { message: HASH_MESSAGE })
  hash!: string;
}

export class ReturnRecord extends ApproveRecord {
  @ApiProperty({ enum: RETURN_TARGETS })
  @IsIn(RETURN_TARGETS, { message: '请选择退回登记人或退回上一环节' })
  to!: ReturnTarget;
}

export class SubmitRecord extends ApproveRecord {
  @ApiProperty({ required: false, default: false, description: '加急：缩短审核时限，发布后马上通知' })
  @IsOptional()
  @IsBoolean({ message: 'urgent 应为 true 或 false' })
  urgent?: boolean;

  @ApiProperty({ required: false, default: false, description: '发布时不通知订阅者' })
  @IsOptional()
  @IsBoolean({ message: 'silent 应为 true 或 false' })
  silent?: boolean;

  @ApiProperty({ required: false, description: '定时发布的时间，ISO 8601' })
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true }, { message: '发布时间应为带时区的时间' })
  scheduledFor?: string;
}

/** Which drafts are asked for. */
export class DraftQuery extends PageQuery {
  @ApiProperty({ required: false, enum: DRAFT_KINDS })
  @IsOptional()
  @IsIn(DRAFT_KINDS, { message: '种类应为 clause、policy 或 interpretation' })
  kind?: DraftKind;

  @ApiProperty({ required: false, enum: DRAFT_STATES })
  @IsOptional()
  @IsIn(DRAFT_STATES, { message: '没有这种状态' })
  state?: DraftState;

  @ApiProperty({ required: false, description: '部门编码' })
  @IsOptional()
  @Matches(CODE_PATTERN, { message: CODE_MESSAGE })
  department?: string;

  @ApiProperty({ required: false, maxLength: 60 })
  @IsOptionalText('搜索内容', 60)
  q?: string;
}

export const WORK_LISTS = ['to-fill', 'to-review', 'returned', 'overdue', 'closing-soon'] as const;
export type WorkList = (typeof WORK_LISTS)[number];

/** Which work is asked for. */
export class WorkQuery extends PageQuery {
  @ApiProperty({ enum: WORK_LISTS })
  @IsIn(WORK_LISTS, { message: '没有这个列表' })
  list!: WorkList;

  @ApiProperty({ required: false, enum: DRAFT_KINDS })
  @IsOptional()
  @IsIn(DRAFT_KINDS, { message: '种类应为 clause、policy 或 interpretation' })
  kind?: DraftKind;
}
