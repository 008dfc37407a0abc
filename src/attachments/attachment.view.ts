import { ApiProperty } from '@nestjs/swagger';
import { ATTACHMENT_TYPE_LABELS, type AttachmentType } from './attachment.labels.js';
import type { Attachment } from './attachment.entity.js';

/** An upload; but for the date it is what a record takes in its list of attachments. */
export class UploadView {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: Object.keys(ATTACHMENT_TYPE_LABELS) }) type!: AttachmentType;
  @ApiProperty({ description: '字节' }) size!: number;
  @ApiProperty() sha256!: string;
  @ApiProperty() uploadedAt!: string;
}

export const toUploadView = ({ id, fileName, type, size, sha256, uploadedAt }: Attachment): UploadView => ({
  id,
  name: fileName,
  type,
  size,
  sha256,
  uploadedAt: uploadedAt.toISOString(),
});
