import { ApiProperty } from '@nestjs/swagger';
import { AttachmentRecord } from '../attachments/attachment.record.js';
import { NamedCode } from '../common/named-code.view.js';
import { ClauseSummary } from '../clauses/clause-summary.view.js';
import { POLICY_LEVELS, POLICY_STATUSES, type PolicyLevel, type PolicyStatus } from './policy.terms.js';

/** What is known of a policy but for its text. Dates are YYYY-MM-DD. */
export class PolicyDetails {
  @ApiProperty() code!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ nullable: true, type: String }) documentNumber!: string | null;
  @ApiProperty({ type: [String] }) issuingBodies!: string[];
  @ApiProperty({ enum: POLICY_LEVELS }) level!: PolicyLevel;
  @ApiProperty() region!: NamedCode;
  @ApiProperty({ enum: POLICY_STATUSES }) status!: PolicyStatus;
  @ApiProperty({ nullable: true, type: String }) issuedOn!: string | null;
  @ApiProperty({ nullable: true, type: String }) effectiveFrom!: string | null;
  @ApiProperty({ nullable: true, type: String }) effectiveTo!: string | null;
  @ApiProperty({ nullable: true, type: String }) sourceUrl!: string | null;
  @ApiProperty() summary!: string;
}

/** A policy as lists show it. */
export class PolicySummary extends PolicyDetails {
  @ApiProperty({ description: '已发布条款数' }) clauseCount!: number;
}

/** A published interpretation (解读) of a policy. */
export class PolicyInterpretation {
  @ApiProperty() code!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ nullable: true, type: String, description: 'ISO 8601' }) publishedAt!: string | null;
}

/** A policy with its text and its published clauses, in their order. */
export class PolicyView extends PolicySummary {
  @ApiProperty({ nullable: true, type: String }) body!: string | null;
  @ApiProperty({ type: [AttachmentRecord] }) attachments!: AttachmentRecord[];
  @ApiProperty({ type: [ClauseSummary] }) clauses!: ClauseSummary[];
  @ApiProperty({ type: [PolicyInterpretation] }) interpretations!: PolicyInterpretation[];
}
