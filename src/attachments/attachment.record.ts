import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsText } from '../common/record-validators.js';
import { ATTACHMENT_TYPE_LABELS, type AttachmentType } from './attachment.labels.js';

const AS_UPLOADED = '请使用上传附件后得到的内容';
const TYPES = Object.keys(ATTACHMENT_TYPE_LABELS);

/**
 * A file that belongs to what a version says. Type, size and hash are those of the file, so that whoever decides on the
 * version decides on exactly this file; another file is never served under them.
 */
export class AttachmentRecord {
  @ApiProperty()
  @Matches(/^[0-9A-Z]{26}$/, { message: AS_UPLOADED })
  id!: string;

  @ApiProperty({ description: '显示给群众的名称' })
  @IsText('附件名称', 200)
  name!: string;

  @ApiProperty({ enum: TYPES })
  @IsIn(TYPES, { message: AS_UPLOADED })
  type!: AttachmentType;

  @ApiProperty({ description: '字节' })
  @IsInt({ message: AS_UPLOADED })
  @Min(1, { message: AS_UPLOADED })
  size!: number;

  @ApiProperty()
  @Matches(/^[0-9a-f]{64}$/, { message: AS_UPLOADED })
  sha256!: string;
}

/** The attachments of a record; may be left out. */
export const IsAttachmentList = () =>
  applyDecorators(
    ApiProperty({ type: [AttachmentRecord], required: false }),
    IsOptional(),
    IsArray({ message: '附件应为列表' }),
    ArrayMaxSize(30, { message: '附件最多 30 个' }),
    ValidateNested({ each: true }),
    Type(() => AttachmentRecord),
  );

/** As it is kept: none and absent are the same. */
export const attachmentsOrNull = (
  list: readonly AttachmentRecord[] | undefined,
): AttachmentRecord[] | null =>
  list?.length ? list.map(({ id, name, type, size, sha256 }) => ({ id, name, type, size, sha256 })) : null;
