import { ApiProperty } from '@nestjs/swagger';
import { NOTICE_KINDS, type NoticeKind } from './notice.terms.js';

/** One notice of a staff member. */
export class NoticeView {
  @ApiProperty() id!: string;
  @ApiProperty({ enum: NOTICE_KINDS }) kind!: NoticeKind;
  @ApiProperty() text!: string;
  @ApiProperty({ nullable: true, type: String, description: '相关稿件' }) draftId!: string | null;
  @ApiProperty({ description: 'ISO 8601' }) createdAt!: string;
  @ApiProperty({ nullable: true, type: String, description: 'ISO 8601' }) readAt!: string | null;
}
