import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Session } from '../../accounts/session.entity.js';
import { SessionsService } from '../../accounts/sessions.service.js';
import { AuditService } from '../../audit/audit.service.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { SessionNotFoundError } from '../staff.errors.js';
import { deviceName } from './device-name.js';
import type { OwnSessionView } from './own-account.view.js';

/** Names a session without saying anything about its token. */
const publicId = ({ tokenHash }: Session): string =>
  createHash('sha256').update(tokenHash).digest('hex').slice(0, 24);

/** Where somebody is signed in, and how to end that from elsewhere. */
@Injectable()
export class OwnSessionsService {
  constructor(
    private readonly sessions: SessionsService,
    private readonly audit: AuditService,
    private readonly uow: UnitOfWork,
  ) {}

  /** The last used first. */
  async list(current: Session): Promise<OwnSessionView[]> {
    const sessions = await this.sessions.listOf('staff', current.subjectId);
    return sessions.map((session) => ({
      id: publicId(session),
      current: session.tokenHash === current.tokenHash,
      device: deviceName(session.agent),
      address: session.address,
      method: session.method,
      createdAt: session.createdAt.toISOString(),
      seenAt: session.seenAt?.toISOString() ?? null,
      expiresAt: session.expiresAt.toISOString(),
    }));
  }

  /** @throws SessionNotFoundError also where it is somebody else's */
  async end({ subjectId }: Session, id: string): Promise<void> {
    await this.uow.run(async () => {
      const found = (await this.sessions.listOf('staff', subjectId)).find((one) => publicId(one) === id);
      if (!found) throw new SessionNotFoundError();
      await this.sessions.end(found.tokenHash);
      await this.audit.record({
        action: 'staff.session-ended',
        subject: { kind: 'staff', id: subjectId },
        detail: { address: found.address, device: deviceName(found.agent) },
      });
    });
  }

  /** Everywhere, this browser included. */
  async endAll({ subjectId }: Session): Promise<void> {
    await this.uow.run(async () => {
      await this.sessions.closeAllOf('staff', subjectId);
      await this.audit.record({ action: 'staff.sessions-ended', subject: { kind: 'staff', id: subjectId } });
    });
  }
}
