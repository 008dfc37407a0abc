import { ApiProperty } from '@nestjs/swagger';
import { NamedCode } from '../common/named-code.view.js';
import {
  AUDIENCES,
  CHANNELS,
  CLAUSE_STATUSES,
  SUPPORT_KINDS,
  type Audience,
  type Channel,
  type ClauseStatus,
  type SupportKind,
} from './clause.terms.js';

export class BenefitAmountView {
  @ApiProperty({ required: false }) min?: number;
  @ApiProperty({ required: false }) max?: number;
  @ApiProperty({ description: '元, 万元, % …' }) unit!: string;
  @ApiProperty({ required: false, description: '人, 户, 年 …' }) per?: string;
}

/** The policy a clause stands in, as far as a list shows it. */
export class PolicyReference {
  @ApiProperty() code!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ nullable: true, type: String }) documentNumber!: string | null;
}

/** A clause as lists show it. Instants are ISO 8601 in UTC, dates YYYY-MM-DD in Beijing time. */
export class ClauseSummary {
  @ApiProperty() code!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: CLAUSE_STATUSES }) status!: ClauseStatus;
  @ApiProperty({ enum: AUDIENCES }) audience!: Audience;
  @ApiProperty({ enum: SUPPORT_KINDS }) supportKind!: SupportKind;
  @ApiProperty() benefit!: string;
  @ApiProperty({ nullable: true, type: BenefitAmountView }) amount!: BenefitAmountView | null;
  @ApiProperty({ enum: CHANNELS, isArray: true }) channels!: Channel[];
  @ApiProperty({ description: 'name 为部门简称' }) department!: NamedCode;
  @ApiProperty() policy!: PolicyReference;
  @ApiProperty({ type: [NamedCode] }) topics!: NamedCode[];
  @ApiProperty({ nullable: true, type: String }) applyFrom!: string | null;
  @ApiProperty({ nullable: true, type: String }) applyTo!: string | null;
  @ApiProperty({ nullable: true, type: String }) publishedAt!: string | null;
}
