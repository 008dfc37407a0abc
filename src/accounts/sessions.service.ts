import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { AppConfig } from '../config/app-config.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { SessionView } from './session.view.js';
import type { Session, SessionKind } from './session.entity.js';
import { SessionsRepository } from './sessions.repository.js';

const DAY = 86_400_000;
const TOKEN_BYTES = 32;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Opaque, revocable sessions: the token is known to its holder only. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: AppConfig,
  ) {}

  /** Opens a session; call inside the transaction that found its subject. */
  async open(kind: SessionKind, subjectId: string): Promise<SessionView> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const expiresAt = this.clock.after(this.config.sessionDays * DAY);
    const createdAt = this.clock.now();
    await this.sessions.deleteExpired(createdAt);
    await this.sessions.insert({ tokenHash: hashOf(token), kind, subjectId, createdAt, expiresAt });
    return { token, expiresAt: expiresAt.toISOString() };
  }

  /** The session of a token, unless it ended or ran out. */
  async find(token: string): Promise<Session | null> {
    const session = await this.sessions.find(hashOf(token));
    return session && session.expiresAt > this.clock.now() ? session : null;
  }

  close(token: string): Promise<void> {
    return this.uow.run(() => this.sessions.delete(hashOf(token)));
  }

  /** Ends every session of one person; call inside a transaction. */
  closeAllOf(kind: SessionKind, subjectId: string): Promise<void> {
    return this.sessions.deleteOfSubject(kind, subjectId);
  }
}
