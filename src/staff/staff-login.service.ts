import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SignInMethod } from '../accounts/session.entity.js';
import type { SessionView } from '../accounts/session.view.js';
import { SessionsService } from '../accounts/sessions.service.js';
import type { AuditEvent } from '../audit/audit-event.js';
import { AuditService } from '../audit/audit.service.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { StaffWeChatRepository } from './account/staff-wechat.repository.js';
import { type CountedAttempt, LoginThrottleService } from './login-throttle.service.js';
import { hashPassword, verifyPassword } from './passwords.js';
import { SecondFactorService } from './second-factor/second-factor.service.js';
import type { StaffCredentials } from './staff-credentials.record.js';
import type { Staff } from './staff.entity.js';
import {
  CodeRequiredError,
  WeChatNotBoundError,
  WrongCredentialsError,
  WrongSignInCodeError,
} from './staff.errors.js';
import { StaffRepository } from './staff.repository.js';
import { normaliseUsername } from './usernames.js';

/** What a browser brings along: tokens of the browser itself, and of a session that this log-in replaces. */
export interface Browser {
  deviceToken?: string;
  oldToken?: string;
}

/** A new session, and the token by which the browser is known at the next log-in. */
export interface StaffLogin {
  session: SessionView;
  deviceToken: string;
}

/** Nobody knows what was typed where the name belongs: it may be a password, and does not go on record. */
const UNKNOWN: AuditEvent['subject'] = { kind: 'staff', id: '-', name: '（没有这个用户名）' };

const subjectOf = ({ id, username }: Pick<Staff, 'id' | 'username'>): AuditEvent['subject'] => ({
  kind: 'staff',
  id,
  name: username,
});

/** Signs staff in, by name and password or by the WeChat that is bound to them, and out. */
@Injectable()
export class StaffLoginService {
  /** Verified against where a name is unknown, so that the answer takes as long as for a known one. */
  private readonly nobody = hashPassword(randomBytes(24).toString('base64url'));

  constructor(
    private readonly staff: StaffRepository,
    private readonly wechats: StaffWeChatRepository,
    private readonly sessions: SessionsService,
    private readonly throttle: LoginThrottleService,
    private readonly factors: SecondFactorService,
    private readonly audit: AuditService,
    private readonly uow: UnitOfWork,
  ) {}

  /** @throws WrongCredentialsError, TooManyAttemptsError, CodeRequiredError, WrongSignInCodeError */
  async signIn(credentials: StaffCredentials, { deviceToken, oldToken }: Browser): Promise<StaffLogin> {
    const username = normaliseUsername(credentials.username);
    const attempt = await this.throttle.count(username, deviceToken);
    const staff = await this.staff.findByUsername(username);
    const kept = staff?.disabledAt ? '' : staff?.passwordHash;
    const matches = await verifyPassword(kept || (await this.nobody), credentials.password);
    if (!staff || !kept || !matches) {
      await this.recordFailure(staff, attempt);
      throw new WrongCredentialsError();
    }
    if (staff.secondFactorAt) await this.checkCode(staff, credentials.code?.trim(), attempt);
    return this.uow.run(async () => ({
      deviceToken: await this.throttle.forgive(attempt, deviceToken),
      session: await this.open(staff, 'password', oldToken),
    }));
  }

  /**
   * Signs the staff member in to whom the WeChat of a citizen's session is bound. No code is asked for: only whoever had
   * passed it could bind, and the phone is the second factor.
   * @throws WeChatNotBoundError
   */
  async signInByWeChat(accountId: string, oldToken: string | undefined): Promise<SessionView> {
    return this.uow.run(async () => {
      const bound = await this.wechats.findByAccount(accountId);
      const staff = bound && (await this.staff.findById(bound.staffId));
      if (!staff || staff.disabledAt) throw new WeChatNotBoundError();
      return this.open(staff, 'wechat', oldToken);
    });
  }

  /** Ends the session of a token, whose owner is known from the request under way. */
  async signOut(token: string, person: Pick<Staff, 'id' | 'username'>): Promise<void> {
    await this.uow.run(async () => {
      await this.sessions.close(token);
      await this.audit.record({ action: 'staff.signed-out', subject: subjectOf(person) });
    });
  }

  /** Always with a new token; one that the browser had before opens nothing any more. */
  private async open(staff: Staff, method: SignInMethod, oldToken: string | undefined): Promise<SessionView> {
    if (oldToken) await this.sessions.close(oldToken);
    await this.audit.record({
      action: 'staff.signed-in',
      subject: subjectOf(staff),
      actor: { kind: 'staff', id: staff.id, name: staff.username },
      detail: { by: method },
    });
    return this.sessions.open('staff', staff.id, method);
  }

  private async checkCode(staff: Staff, code: string | undefined, attempt: CountedAttempt): Promise<void> {
    if (!code) {
      // No guess at anything: the page asks for the code only now.
      await this.uow.run(() => this.throttle.takeBack(attempt));
      throw new CodeRequiredError();
    }
    if (await this.uow.run(() => this.factors.check(staff, code))) return;
    await this.recordFailure(staff, attempt);
    throw new WrongSignInCodeError();
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
