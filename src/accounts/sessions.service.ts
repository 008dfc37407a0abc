import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { AuditContext } from '../audit/audit-context.js';
import { AppConfig } from '../config/app-config.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { SessionView } from './session.view.js';
import type { Session, SessionKind, SignInMethod } from './session.entity.js';
import { SessionsRepository } from './sessions.repository.js';

const DAY = 86_400_000;
/** How exactly it is known when a session was last used, in milliseconds. */
const SEEN_EVERY = 300_000;
const TOKEN_BYTES = 32;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Opaque, revocable sessions: the token is known to its holder only. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly context: AuditContext,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: AppConfig,
  ) {}

  /** Opens a session with a token that nobody had before; call inside the transaction that found its subject. */
  async open(kind: SessionKind, subjectId: string, method: SignInMethod): Promise<SessionView> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const expiresAt = this.clock.after(this.config.sessionDays * DAY);
    const createdAt = this.clock.now();
    await this.sessions.deleteExpired(createdAt);
    const { address, agent } = this.context.origin();
    await this.sessions.insert({
      tokenHash: hashOf(token),
      kind,
      subjectId,
      method,
      // Where citizens sign in from is nobody's business.
      address: kind === 'staff' ? address.slice(0, 64) : '',
      agent: kind === 'staff' ? agent.slice(0, 200) : '',
      seenAt: createdAt,
      createdAt,
      expiresAt,
    });
    return { token, expiresAt: expiresAt.toISOString() };
  }

  /** The session of a token, unless it ended or ran out. */
  async find(token: string): Promise<Session | null> {
    const session = await this.sessions.find(hashOf(token));
    const now = this.clock.now();
    if (!session || session.expiresAt <= now) return null;
    if (session.kind === 'staff' && now.getTime() - (session.seenAt?.getTime() ?? 0) > SEEN_EVERY) {
      await this.uow.run(() => this.sessions.see(session.tokenHash, now));
    }
    return session;
  }

  /** Open sessions of one person, the last used first. */
  listOf(kind: SessionKind, subjectId: string): Promise<Session[]> {
    return this.sessions.findOfSubject(kind, subjectId, this.clock.now());
  }

  /** Ends one session by the hash of its token; call inside a transaction. */
  end(tokenHash: string): Promise<void> {
    return this.sessions.delete(tokenHash);
  }

  /** Deletes up to `limit` sessions that ran out; answers how many. Call it in a transaction. */
  forgetExpired(limit: number): Promise<number> {
    return this.sessions.deleteSomeExpired(this.clock.now(), limit);
  }

  /** Ends every session of one person but one; call inside a transaction. */
  closeOthers({ kind, subjectId, tokenHash }: Session): Promise<void> {
    return this.sessions.deleteOthers(kind, subjectId, tokenHash);
  }

  close(token: string): Promise<void> {
    return this.uow.run(() => this.sessions.delete(hashOf(token)));
  }

  /** Ends every session of one person; call inside a transaction. */
  closeAllOf(kind: SessionKind, subjectId: string): Promise<void> {
    return this.sessions.deleteOfSubject(kind, subjectId);
  }
}
