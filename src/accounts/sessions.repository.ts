import { Injectable } from '@nestjs/common';
import { LessThan, MoreThan, Not } from 'typeorm';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Session, type SessionKind } from './session.entity.js';

@Injectable()
export class SessionsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async insert(session: Session): Promise<void> {
    await this.uow.repository(Session).insert(session);
  }

  find(tokenHash: string): Promise<Session | null> {
    return this.uow.repository(Session).findOneBy({ tokenHash });
  }

  async delete(tokenHash: string): Promise<void> {
    await this.uow.repository(Session).delete({ tokenHash });
  }

  /** Open sessions of one person, the last used first. */
  findOfSubject(kind: SessionKind, subjectId: string, now: Date): Promise<Session[]> {
    return this.uow.repository(Session).find({
      where: { kind, subjectId, expiresAt: MoreThan(now) },
      order: { seenAt: 'DESC', createdAt: 'DESC' },
      take: 200,
    });
  }

  async see(tokenHash: string, seenAt: Date): Promise<void> {
    await this.uow.repository(Session).update({ tokenHash }, { seenAt });
  }

  async deleteOthers(kind: SessionKind, subjectId: string, tokenHash: string): Promise<void> {
    await this.uow.repository(Session).delete({ kind, subjectId, tokenHash: Not(tokenHash) });
  }

  async deleteOfSubject(kind: SessionKind, subjectId: string): Promise<void> {
    await this.uow.repository(Session).delete({ kind, subjectId });
  }

  async deleteSomeExpired(now: Date, limit: number): Promise<number> {
    const repository = this.uow.repository(Session);
    const old = await repository.find({
      select: { tokenHash: true },
      where: { expiresAt: LessThan(now) },
      take: limit,
    });
    if (old.length > 0) await repository.delete(old.map(({ tokenHash }) => tokenHash));
    return old.length;
  }

  async deleteExpired(now: Date): Promise<void> {
    await this.uow.repository(Session).delete({ expiresAt: LessThan(now) });
  }
}
