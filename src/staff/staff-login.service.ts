import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SessionView } from '../accounts/session.view.js';
import { SessionsService } from '../accounts/sessions.service.js';
import type { AuditEvent } from '../audit/audit-event.js';
import { AuditService } from '../audit/audit.service.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { type CountedAttempt, LoginThrottleService } from './login-throttle.service.js';
import { hashPassword, verifyPassword } from './passwords.js';
import type { StaffCredentials } from './staff-credentials.record.js';
import type { Staff } from './staff.entity.js';
import { WrongCredentialsError } from './staff.errors.js';
import { StaffRepository } from './staff.repository.js';
import { normaliseUsername } from './usernames.js';

/** A new session, and the token by which the browser is known at the next log-in. */
export interface StaffLogin {
  session: SessionView;
  deviceToken: string;
}

/** Nobody knows what was typed where the name belongs: it may be a password, and does not go on record. */
const UNKNOWN: AuditEvent['subject'] = { kind: 'staff', id: '-', name: '（没有这个用户名）' };

const subjectOf = ({ id, username }: Staff): AuditEvent['subject'] => ({ kind: 'staff', id, name: username });

/** Signs staff in by name and password. */
@Injectable()
export class StaffLoginService {
  /** Verified against where a name is unknown, so that the answer takes as long as for a known one. */
  private readonly nobody = hashPassword(randomBytes(24).toString('base64url'));

  constructor(
    private readonly staff: StaffRepository,
    private readonly sessions: SessionsService,
    private readonly throttle: LoginThrottleService,
    private readonly audit: AuditService,
    private readonly uow: UnitOfWork,
  ) {}

  /**
   * @param deviceToken what an earlier log-in answered to this browser
   * @throws WrongCredentialsError, TooManyAttemptsError
   */
  async signIn(credentials: StaffCredentials, deviceToken: string | undefined): Promise<StaffLogin> {
    const username = normaliseUsername(credentials.username);
    const attempt = await this.throttle.count(username, deviceToken);
    const staff = await this.staff.findByUsername(username);
    const matches = await verifyPassword(staff?.passwordHash ?? (await this.nobody), credentials.password);
    if (!staff || !matches) {
      await this.recordFailure(staff, attempt);
      throw new WrongCredentialsError();
    }
    return this.uow.run(async () => {
      await this.audit.record({
        action: 'staff.signed-in',
        subject: subjectOf(staff),
        actor: { kind: 'staff', id: staff.id, name: staff.username },
        detail: { by: 'password' },
      });
      return {
        deviceToken: await this.throttle.forgive(attempt, deviceToken),
        session: await this.sessions.open('staff', staff.id),
      };
    });
  }

  /** Ends the session of a token, whose owner is known from the request under way. */
  async signOut(token: string, { id, username }: Pick<Staff, 'id' | 'username'>): Promise<void> {
    await this.uow.run(async () => {
      await this.sessions.close(token);
      await this.audit.record({ action: 'staff.signed-out', subject: { kind: 'staff', id, name: username } });
    });
  }

  /** The same work for a known name and an unknown one. */
  private recordFailure(staff: Staff | null, { waitMs }: CountedAttempt): Promise<void> {
    const subject = staff ? subjectOf(staff) : UNKNOWN;
    const failed: AuditEvent = { action: 'staff.sign-in-failed', subject };
    if (waitMs === 0) return this.audit.record(failed);
    const blocked: AuditEvent = {
      action: 'staff.sign-in-blocked',
      subject,
      detail: { seconds: Math.ceil(waitMs / 1000) },
    };
    return this.audit.record(failed, blocked);
  }
}
