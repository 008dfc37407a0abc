import { ApiProperty } from '@nestjs/swagger';
import { AttachmentRecord } from '../attachments/attachment.record.js';
import { NamedCode } from '../common/named-code.view.js';
import { DepartmentContact } from '../departments/department.view.js';
import { PolicyDetails } from '../policies/policy.view.js';
import { ClauseSummary } from './clause-summary.view.js';

export class MaterialView {
  @ApiProperty() name!: string;
  @ApiProperty({ required: false }) note?: string;
}

export class StepView {
  @ApiProperty() name!: string;
  @ApiProperty() actor!: string;
  @ApiProperty({ required: false, description: '工作日' }) workingDays?: number;
}

/** Everything the public may know of one clause version. */
export class ClauseView extends ClauseSummary {
  @ApiProperty() ordinal!: number;
  @ApiProperty({ type: [String] }) conditions!: string[];
  @ApiProperty({ type: [MaterialView] }) materials!: MaterialView[];
  @ApiProperty({ type: [StepView] }) steps!: StepView[];
  @ApiProperty({ nullable: true, type: Number, description: '工作日' }) timeLimitDays!: number | null;
  @ApiProperty({ nullable: true, type: String }) onlineUrl!: string | null;
  @ApiProperty({ nullable: true, type: String }) windowAddress!: string | null;
  @ApiProperty({ nullable: true, type: String }) phone!: string | null;
  @ApiProperty({ type: [String] }) keywords!: string[];
  @ApiProperty({ type: [NamedCode] }) regions!: NamedCode[];
  @ApiProperty({ type: [ClauseSummary] }) related!: ClauseSummary[];
  @ApiProperty({ type: [AttachmentRecord] }) attachments!: AttachmentRecord[];
  @ApiProperty() ownerDepartment!: DepartmentContact;
  @ApiProperty() fullPolicy!: PolicyDetails;
  @ApiProperty({ minimum: 1 }) version!: number;
  @ApiProperty({ description: '不是最新版本时为 true' }) superseded!: boolean;
  @ApiProperty({ nullable: true, type: String, description: '按哪一天查看' }) asOf!: string | null;
  @ApiProperty({ nullable: true, type: String, description: '有效期的最后一天' }) expiresOn!: string | null;
  @ApiProperty({ nullable: true, type: String, description: 'ISO 8601' }) endedAt!: string | null;
  @ApiProperty({ nullable: true, type: String }) endReason!: string | null;
  @ApiProperty({ nullable: true, type: NamedCode, description: '替代它的条款' }) successor!: NamedCode | null;
}
