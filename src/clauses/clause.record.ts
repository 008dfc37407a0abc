import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsNumber,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { type AttachmentRecord, IsAttachmentList } from '../attachments/attachment.record.js';
import { IsTerm, IsTermList } from '../common/labelled.validator.js';
import {
  IsAreaList,
  IsCode,
  IsOptionalDate,
  IsOptionalText,
  IsOptionalUrl,
  IsText,
  IsTextList,
} from '../common/record-validators.js';
import { IsEligibilityRule } from './eligibility-rule.validator.js';
import { AUDIENCE_LABELS, CHANNEL_LABELS, SUPPORT_KIND_LABELS } from './clause.labels.js';
import {
  AUDIENCES,
  CHANNELS,
  SUPPORT_KINDS,
  type Audience,
  type Channel,
  type SupportKind,
} from './clause.terms.js';

/** Statuses that can be asked for; `withdrawn` is reached by withdrawing only. */
export const RECORD_STATUS_LABELS = { draft: '草稿', published: '已发布' } as const;
export type RecordStatus = keyof typeof RECORD_STATUS_LABELS;

const LARGEST_AMOUNT = 1e12;

export class BenefitAmountRecord {
  @ApiProperty({ required: false })
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 4 }, { message: '最低金额应为数字' })
  @Min(0, { message: '最低金额不能为负' })
  @Max(LARGEST_AMOUNT, { message: '最低金额过大，请检查单位' })
  min?: number;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 4 }, { message: '最高金额应为数字' })
  @Min(0, { message: '最高金额不能为负' })
  @Max(LARGEST_AMOUNT, { message: '最高金额过大，请检查单位' })
  max?: number;

  @ApiProperty({ example: '元' })
  @IsText('金额单位', 16)
  unit!: string;

  @ApiProperty({ required: false, example: '人' })
  @IsOptionalText('计算单位', 16)
  per?: string;
}

export class MaterialRecord {
  @ApiProperty()
  @IsText('材料名称', 200)
  name!: string;

  @ApiProperty({ required: false })
  @IsOptionalText('材料说明', 500)
  note?: string;
}

export class StepRecord {
  @ApiProperty()
  @IsText('环节名称', 60)
  name!: string;

  @ApiProperty()
  @IsText('办理人', 60)
  actor!: string;

  @ApiProperty({ required: false, description: '工作日' })
  @IsOptional()
  @IsInt({ message: '环节的工作日应为整数' })
  @Min(0, { message: '环节的工作日不能为负' })
  @Max(1000, { message: '环节的工作日过大' })
  workingDays?: number;
}

/** A clause as files and the API hand it in; references may be codes or names. */
export class ClauseRecord {
  @ApiProperty()
  @IsCode()
  code!: string;

  @ApiProperty({ description: '部门编码、名称或简称' })
  @IsText('责任部门', 120)
  department!: string;

  @ApiProperty({ description: '政策编码、文号或标题' })
  @IsText('所属政策', 300)
  policy!: string;

  @ApiProperty({ minimum: 1 })
  @IsInt({ message: '序号应为整数' })
  @Min(1, { message: '序号从 1 开始' })
  @Max(100_000, { message: '序号过大' })
  ordinal!: number;

  @ApiProperty({ maxLength: 120 })
  @IsText('条款标题', 120)
  title!: string;

  @ApiProperty({ enum: AUDIENCES })
  @IsTerm('适用对象', AUDIENCE_LABELS)
  audience!: Audience;

  @ApiProperty({ enum: SUPPORT_KINDS })
  @IsTerm('扶持方式', SUPPORT_KIND_LABELS)
  supportKind!: SupportKind;

  @ApiProperty()
  @IsText('扶持内容', 10_000)
  benefit!: string;

  @ApiProperty({ required: false, type: BenefitAmountRecord })
  @IsOptional()
  @ValidateNested()
  @Type(() => BenefitAmountRecord)
  amount?: BenefitAmountRecord;

  @ApiProperty({ type: [String], required: false })
  @IsTextList('申请条件', 5000, 100)
  conditions?: string[];

  @ApiProperty({
    required: false,
    type: Object,
    description: '资格规则，见 docs/eligibility.md',
  })
  @IsEligibilityRule()
  eligibility?: object;

  @ApiProperty({ type: [MaterialRecord], required: false })
  @IsOptional()
  @IsArray({ message: '申请材料应为列表' })
  @ArrayMaxSize(100, { message: '申请材料最多 100 项' })
  @ValidateNested({ each: true })
  @Type(() => MaterialRecord)
  materials?: MaterialRecord[];

  @ApiProperty({ type: [StepRecord], required: false })
  @IsOptional()
  @IsArray({ message: '办理流程应为列表' })
  @ArrayMaxSize(50, { message: '办理流程最多 50 个环节' })
  @ValidateNested({ each: true })
  @Type(() => StepRecord)
  steps?: StepRecord[];

  @ApiProperty({ required: false, description: '工作日' })
  @IsOptional()
  @IsInt({ message: '办理时限应为整数（工作日）' })
  @Min(0, { message: '办理时限不能为负' })
  @Max(3650, { message: '办理时限过大' })
  timeLimitDays?: number;

  @ApiProperty({ enum: CHANNELS, isArray: true, required: false })
  @IsOptional()
  @IsTermList('办理方式', CHANNEL_LABELS)
  channels?: Channel[];

  @ApiProperty({ required: false })
  @IsOptionalUrl('网上办理地址')
  onlineUrl?: string;

  @ApiProperty({ required: false })
  @IsOptionalText('窗口地址', 500)
  windowAddress?: string;

  @ApiProperty({ required: false })
  @IsOptionalText('咨询电话', 100)
  phone?: string;

  @ApiProperty({ required: false })
  @IsOptionalDate('申报开始')
  applyFrom?: string;

  @ApiProperty({ required: false })
  @IsOptionalDate('申报截止')
  applyTo?: string;

  @ApiProperty({ type: [String], required: false, description: '主题编码或名称' })
  @IsTextList('主题', 60, 20)
  topics?: string[];

  @ApiProperty({ type: [String], required: false })
  @IsTextList('关键词', 60, 50)
  keywords?: string[];

  @ApiProperty({ type: [String], required: false, description: '不填为责任部门所在区域' })
  @IsAreaList('适用区域')
  regions?: string[];

  @ApiProperty({ type: [String], required: false })
  @IsTextList('相关条款', 64, 20)
  related?: string[];

  @IsAttachmentList()
  attachments?: AttachmentRecord[];

  @ApiProperty({ enum: Object.keys(RECORD_STATUS_LABELS), required: false, default: 'published' })
  @IsTerm('状态', RECORD_STATUS_LABELS)
  status: RecordStatus = 'published';
}
