import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SessionView } from '../accounts/session.view.js';
import { SessionsService } from '../accounts/sessions.service.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { LoginThrottleService } from './login-throttle.service.js';
import { hashPassword, verifyPassword } from './passwords.js';
import type { StaffCredentials } from './staff-credentials.record.js';
import { WrongCredentialsError } from './staff.errors.js';
import { StaffRepository } from './staff.repository.js';
import { normaliseUsername } from './usernames.js';

/** A new session, and the token by which the browser is known at the next log-in. */
export interface StaffLogin {
  session: SessionView;
  deviceToken: string;
}

/** Signs staff in by name and password. */
@Injectable()
export class StaffLoginService {
  /** Verified against where a name is unknown, so that the answer takes as long as for a known one. */
  private readonly nobody = hashPassword(randomBytes(24).toString('base64url'));

  constructor(
    private readonly staff: StaffRepository,
    private readonly sessions: SessionsService,
    private readonly throttle: LoginThrottleService,
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
    if (!staff || !matches) throw new WrongCredentialsError();
    return this.uow.run(async () => ({
      deviceToken: await this.throttle.forgive(attempt, deviceToken),
      session: await this.sessions.open('staff', staff.id),
    }));
  }
}
