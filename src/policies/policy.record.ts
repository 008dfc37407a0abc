import { ApiProperty } from '@nestjs/swagger';
import { type AttachmentRecord, IsAttachmentList } from '../attachments/attachment.record.js';
import { IsTerm } from '../common/labelled.validator.js';
import {
  IsArea,
  IsCode,
  IsOptionalDate,
  IsOptionalText,
  IsOptionalUrl,
  IsText,
  IsTextList,
} from '../common/record-validators.js';
import { POLICY_LEVEL_LABELS, POLICY_STATUS_LABELS } from './policy.labels.js';
import { POLICY_LEVELS, POLICY_STATUSES, type PolicyLevel, type PolicyStatus } from './policy.terms.js';

/** A policy as files and the API hand it in. */
export class PolicyRecord {
  @ApiProperty()
  @IsCode()
  code!: string;

  @ApiProperty({ required: false, description: '由哪个部门维护：编码、名称或简称' })
  @IsOptionalText('责任部门', 120)
  department?: string;

  @ApiProperty()
  @IsText('政策标题', 300)
  title!: string;

  @ApiProperty({ required: false, example: '鄂政办发〔2021〕44号' })
  @IsOptionalText('文号', 100)
  documentNumber?: string;

  @ApiProperty({ type: [String], required: false })
  @IsTextList('发文机关', 120, 30)
  issuingBodies?: string[];

  @ApiProperty({ enum: POLICY_LEVELS })
  @IsTerm('政策层级', POLICY_LEVEL_LABELS)
  level!: PolicyLevel;

  @ApiProperty({ example: '420000' })
  @IsArea('行政区划代码')
  region!: string;

  @ApiProperty({ required: false, example: '2024-01-05' })
  @IsOptionalDate('发文日期')
  issuedOn?: string;

  @ApiProperty({ required: false })
  @IsOptionalDate('生效日期')
  effectiveFrom?: string;

  @ApiProperty({ required: false })
  @IsOptionalDate('失效日期')
  effectiveTo?: string;

  @ApiProperty({ enum: POLICY_STATUSES, required: false, default: 'published' })
  @IsTerm('状态', POLICY_STATUS_LABELS)
  status: PolicyStatus = 'published';

  @ApiProperty({ required: false })
  @IsOptionalUrl('原文网址')
  sourceUrl?: string;

  @ApiProperty({ required: false })
  @IsOptionalText('摘要', 5000)
  summary?: string;

  @ApiProperty({ required: false })
  @IsOptionalText('正文', 500_000)
  body?: string;

  @IsAttachmentList()
  attachments?: AttachmentRecord[];
}
