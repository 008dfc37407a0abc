import { Column, Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn } from '../database/portable-columns.js';
import type { AttachmentType } from './attachment.labels.js';

/** What a file can be attached to. */
export type AttachmentOwnerKind = 'clause' | 'policy';

/** An uploaded file (附件). The row and the file never change; what versions say refers to them by id. */
@Entity('attachment')
@Index('ix_attachment_owner', ['ownerKind', 'ownerCode'])
@Index('ix_attachment_uploaded', ['uploadedAt'])
export class Attachment {
  @IdColumn()
  id!: string;

  @Column({ type: 'varchar', length: 16 })
  ownerKind!: AttachmentOwnerKind;

  @Column({ type: 'varchar', length: 64 })
  ownerCode!: string;

  /** As it was called, made harmless. */
  @Column({ type: 'varchar', length: 200 })
  fileName!: string;

  @Column({ type: 'varchar', length: 8 })
  type!: AttachmentType;

  /** Bytes. */
  @Column({ type: 'int' })
  size!: number;

  /** SHA-256, hex. */
  @Column({ type: 'varchar', length: 64 })
  sha256!: string;

  /** Name of the file in the folder of attachments; says nothing of what it is. */
  @Column({ type: 'varchar', length: 64 })
  storageName!: string;

  /** The staff member; empty where that is not known. */
  @Column({ type: 'varchar', length: 26 })
  uploadedBy!: string;

  @InstantColumn()
  uploadedAt!: Date;
}
