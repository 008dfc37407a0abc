import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../database/portable-columns.js';

/** Whose session it is. */
export type SessionKind = 'account' | 'staff';

export type SignInMethod = 'password' | 'wechat';

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

  /** How the person signed in; empty for sessions from before this was kept. */
  @Column({ type: 'varchar', length: 16, default: '' })
  method!: SignInMethod | '';

  /** From where and with which browser the person signed in. */
  @Column({ type: 'varchar', length: 64, default: '' })
  address!: string;

  @Column({ type: 'varchar', length: 200, default: '' })
  agent!: string;

  /** When it was last used, to a few minutes. */
  @InstantColumn({ nullable: true })
  seenAt!: Date | null;

  @InstantColumn()
  createdAt!: Date;

  @InstantColumn()
  expiresAt!: Date;
}
