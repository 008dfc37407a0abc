import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn, LongTextColumn } from '../database/portable-columns.js';
import type { AuditAction, AuditActorKind, AuditSubjectKind } from './audit.labels.js';

/** Who did what, to which version, from where (审计记录). Numbered without gaps; each holds the hash of the one before. */
@Entity('audit_entry')
@Index('ix_audit_entry_time', ['occurredAt', 'sequence'])
@Index('ix_audit_entry_actor', ['actorName', 'occurredAt', 'sequence'])
@Index('ix_audit_entry_action', ['action', 'occurredAt', 'sequence'])
@Index('ix_audit_entry_subject', ['subjectKind', 'subjectId', 'occurredAt', 'sequence'])
export class AuditEntry {
  @PrimaryColumn({ type: 'bigint', transformer: { to: (value: number) => value, from: Number } })
  sequence!: number;

  @InstantColumn()
  occurredAt!: Date;

  @Column({ type: 'varchar', length: 16 })
  actorKind!: AuditActorKind;

  @Column({ type: 'varchar', length: 26, nullable: true })
  actorId!: string | null;

  @Column({ type: 'varchar', length: 64 })
  actorName!: string;

  @Column({ type: 'varchar', length: 48 })
  action!: AuditAction;

  @Column({ type: 'varchar', length: 24 })
  subjectKind!: AuditSubjectKind;

  @Column({ type: 'varchar', length: 64 })
  subjectId!: string;

  @Column({ type: 'varchar', length: 200 })
  subjectName!: string;

  @Column({ type: 'varchar', length: 26, nullable: true })
  versionId!: string | null;

  @Column({ type: 'varchar', length: 64, nullable: true })
  versionHash!: string | null;

  /** JSON, as text: the hash is made over these very characters. */
  @LongTextColumn()
  detail!: string;

  @Column({ type: 'varchar', length: 64 })
  address!: string;

  @Column({ type: 'varchar', length: 200 })
  agent!: string;

  @Column({ type: 'varchar', length: 64, nullable: true })
  requestId!: string | null;

  /** `hash` of the entry before; 64 zeros in the first. */
  @Column({ type: 'varchar', length: 64 })
  previousHash!: string;

  /** SHA-256 (hex) of everything above. */
  @Column({ type: 'varchar', length: 64 })
  hash!: string;

  /** HMAC-SHA-256 (hex) of `hash` with AUDIT_KEY; null where no key was configured. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  mac!: string | null;
}
