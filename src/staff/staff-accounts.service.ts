import { Injectable } from '@nestjs/common';
import { SessionsService } from '../accounts/sessions.service.js';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../common/clock.js';
import { newId } from '../database/new-id.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { LoginThrottleService } from './login-throttle.service.js';
import { hashPassword, passwordFault } from './passwords.js';
import { StaffAssignmentsService, type WantedAssignment } from './staff-assignments.service.js';
import {
  StaffNotFoundError,
  UnfitPasswordError,
  UnfitUsernameError,
  UsernameTakenError,
} from './staff.errors.js';
import { StaffRepository } from './staff.repository.js';
import { isFitUsername, normaliseUsername } from './usernames.js';

/** Who gets an account and a password. */
@Injectable()
export class StaffAccountsService {
  constructor(
    private readonly staff: StaffRepository,
    private readonly sessions: SessionsService,
    private readonly throttle: LoginThrottleService,
    private readonly assignments: StaffAssignmentsService,
    private readonly audit: AuditService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Whether somebody has this name, in any spelling of case. */
  async exists(username: string): Promise<boolean> {
    return (await this.staff.findByUsername(normaliseUsername(username))) !== null;
  }

  /**
   * @param displayName what others read, e.g. 张三; empty shows the user name
   * @returns the name as it is kept
   * @throws UnfitUsernameError, UnfitPasswordError, UsernameTakenError, InvalidInputError for unfit assignments
   */
  async create(
    wantedName: string,
    password: string,
    assignments: readonly WantedAssignment[],
    displayName = '',
  ): Promise<string> {
    const username = normaliseUsername(wantedName);
    if (!isFitUsername(username)) throw new UnfitUsernameError();
    const passwordHash = await this.hashNew(password, username);
    await this.uow.run(async () => {
      if (await this.staff.findByUsername(username)) throw new UsernameTakenError(username);
      const id = newId();
      await this.staff.insert({
        id,
        username,
        passwordHash,
        displayName,
        disabledAt: null,
        secondFactorAt: null,
        createdAt: this.clock.now(),
      });
      await this.audit.record({ action: 'staff.created', subject: { kind: 'staff', id, name: username } });
      await this.assignments.replace(id, assignments);
    });
    return username;
  }

  /**
   * Sets a new password, ends every session of the person, and ends all waiting after failed log-ins.
   * @returns the name as it is kept
   * @throws UnfitPasswordError, StaffNotFoundError
   */
  async resetPassword(wantedName: string, password: string): Promise<string> {
    const username = normaliseUsername(wantedName);
    const passwordHash = await this.hashNew(password, username);
    await this.uow.run(async () => {
      const staff = await this.staff.findByUsername(username);
      if (!staff) throw new StaffNotFoundError(username);
      await this.staff.setPassword(staff.id, passwordHash);
      await this.sessions.closeAllOf('staff', staff.id);
      await this.throttle.forget(username);
      await this.audit.record({
        action: 'staff.password-reset',
        subject: { kind: 'staff', id: staff.id, name: username },
      });
    });
    return username;
  }

  /**
   * The hash of a new password of somebody.
   * @throws UnfitPasswordError
   */
  hashNew(password: string, username: string): Promise<string> {
    const fault = passwordFault(password, username);
    if (fault) throw new UnfitPasswordError(fault);
    return hashPassword(password);
  }
}
