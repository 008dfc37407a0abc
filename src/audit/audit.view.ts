import { ApiProperty } from '@nestjs/swagger';
import type { AuditEntry } from './audit-entry.entity.js';
import type { AuditAction, AuditActorKind, AuditSubjectKind } from './audit.labels.js';

/** An entry of the audit log, with all that its hash covers. */
export class AuditEntryView {
  @ApiProperty() sequence!: number;
  @ApiProperty() occurredAt!: string;
  @ApiProperty() actorKind!: AuditActorKind;
  @ApiProperty({ type: String, nullable: true }) actorId!: string | null;
  @ApiProperty() actorName!: string;
  @ApiProperty() action!: AuditAction;
  @ApiProperty() subjectKind!: AuditSubjectKind;
  @ApiProperty() subjectId!: string;
  @ApiProperty() subjectName!: string;
  @ApiProperty({ type: String, nullable: true }) versionId!: string | null;
  @ApiProperty({ type: String, nullable: true }) versionHash!: string | null;
  @ApiProperty({ description: 'JSON' }) detail!: string;
  @ApiProperty() address!: string;
  @ApiProperty() agent!: string;
  @ApiProperty({ type: String, nullable: true }) requestId!: string | null;
  @ApiProperty() previousHash!: string;
  @ApiProperty() hash!: string;
}

export function toAuditView({ occurredAt, mac: _mac, ...rest }: AuditEntry): AuditEntryView {
  return { ...rest, occurredAt: occurredAt.toISOString() };
}
