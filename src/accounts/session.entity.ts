import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../database/portable-columns.js';

/** Whose session it is. */
export type SessionKind = 'account' | 'staff';

/** A signed-in browser or mini program (会话). Only the hash of its token is kept. */
@Entity('session')
@Index('ix_session_subject', ['kind', 'subjectId'])
@Index('ix_session_expires', ['expiresAt'])
export class Session {
  /** SHA-256 of the token, hex. */
  @PrimaryColumn({ type: 'varchar', length: 64 })
  tokenHash!: string;

  @Column({ type: 'varchar', length: 16 })
  kind!: SessionKind;

  /** The account or staff member. */
  @Column({ type: 'varchar', length: 26 })
  subjectId!: string;

  @InstantColumn()
  createdAt!: Date;

  @InstantColumn()
  expiresAt!: Date;
}
