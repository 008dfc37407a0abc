import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { PageQuery } from '../common/page.query.js';
import { IsOptionalDate } from '../common/record-validators.js';
import {
  AUDIT_ACTION_LABELS,
  AUDIT_SUBJECT_LABELS,
  type AuditAction,
  type AuditSubjectKind,
} from './audit.labels.js';

const ACTIONS = Object.keys(AUDIT_ACTION_LABELS);
const SUBJECTS = Object.keys(AUDIT_SUBJECT_LABELS);

/** Which entries of the audit log are asked for. */
export class AuditQuery extends PageQuery {
  @ApiProperty({ required: false, description: '登录用的用户名' })
  @IsOptional()
  @IsString()
  @Length(1, 64, { message: '用户名最多 64 个字符' })
  actor?: string;

  @ApiProperty({ required: false, enum: ACTIONS })
  @IsOptional()
  @IsIn(ACTIONS, { message: '没有这种操作' })
  action?: AuditAction;

  @ApiProperty({ required: false, enum: SUBJECTS })
  @IsOptional()
  @IsIn(SUBJECTS, { message: '没有这种对象' })
  subjectKind?: AuditSubjectKind;

  /** Needs `subjectKind`: codes of different kinds may be alike. */
  @ApiProperty({ required: false, description: '编码或编号，与 subjectKind 一起用' })
  @IsOptional()
  @Matches(/^[\w-]{1,64}$/, { message: '对象的编码由字母、数字、-、_ 组成' })
  subjectId?: string;

  @ApiProperty({ required: false, description: '从这一天起（北京时间）' })
  @IsOptionalDate('开始日期')
  from?: string;

  @ApiProperty({ required: false, description: '到这一天止（北京时间）' })
  @IsOptionalDate('结束日期')
  to?: string;
}
