import { Injectable } from '@nestjs/common';
import type { Session } from '../../accounts/session.entity.js';
import { SessionsService } from '../../accounts/sessions.service.js';
import { AuditService } from '../../audit/audit.service.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { LoginThrottleService } from '../login-throttle.service.js';
import { verifyPassword } from '../passwords.js';
import { type FactorSetUp, SecondFactorService } from '../second-factor/second-factor.service.js';
import { StaffAccountsService } from '../staff-accounts.service.js';
import { StaffAssignmentsRepository } from '../staff-assignments.repository.js';
import { nameOf, StaffDirectory } from '../staff-directory.service.js';
import type { Staff } from '../staff.entity.js';
import {
  SecondFactorMissingError,
  SecondFactorNeededError,
  UnknownStaffError,
  WrongCodeError,
  WrongPasswordError,
} from '../staff.errors.js';
import { StaffRepository } from '../staff.repository.js';
import type { OwnAccountView } from './own-account.view.js';
import { StaffWeChatRepository } from './staff-wechat.repository.js';

/** What people do to their own accounts. Each step that matters asks for the password again, with a lock-out. */
@Injectable()
export class OwnAccountService {
  constructor(
    private readonly staff: StaffRepository,
    private readonly assignments: StaffAssignmentsRepository,
    private readonly directory: StaffDirectory,
    private readonly wechats: StaffWeChatRepository,
    private readonly accounts: StaffAccountsService,
    private readonly sessions: SessionsService,
    private readonly factors: SecondFactorService,
    private readonly throttle: LoginThrottleService,
    private readonly audit: AuditService,
    private readonly uow: UnitOfWork,
  ) {}

  async view(id: string): Promise<OwnAccountView> {
    const person = await this.get(id);
    return {
      username: person.username,
      name: nameOf(person),
      secondFactor: person.secondFactorAt !== null,
      secondFactorRequired: await this.isFactorRequired(id),
      recoveryCodesLeft: await this.factors.countCodes(id),
      wechatBound: (await this.wechats.findByStaff(id)) !== null,
    };
  }

  /** Ends all other sessions. @throws WrongPasswordError, TooManyAttemptsError, UnfitPasswordError */
  async changePassword(session: Session, password: string, newPassword: string): Promise<void> {
    const person = await this.prove(session.subjectId, password);
    const passwordHash = await this.accounts.hashNew(newPassword, person.username);
    await this.uow.run(async () => {
      await this.staff.setPassword(person.id, passwordHash);
      await this.sessions.closeOthers(session);
      await this.audit.record({
        action: 'staff.password-changed',
        subject: { kind: 'staff', id: person.id, name: person.username },
      });
    });
  }

  /** @throws WrongPasswordError, TooManyAttemptsError, SecondFactorActiveError */
  async beginFactor(id: string, password: string): Promise<FactorSetUp> {
    return this.factors.begin(await this.prove(id, password));
  }

  /** Ends all other sessions: they were opened without a code. @throws as `SecondFactorService.confirm` */
  async confirmFactor(session: Session, code: string): Promise<string[]> {
    return this.uow.run(async () => {
      const codes = await this.factors.confirm(await this.get(session.subjectId), code);
      await this.sessions.closeOthers(session);
      return codes;
    });
  }

  /** @throws WrongPasswordError, TooManyAttemptsError, WrongCodeError, SecondFactorMissingError */
  async renewCodes(id: string, password: string, code: string): Promise<string[]> {
    const person = await this.prove(id, password, code);
    return this.uow.run(() => this.factors.renew(person));
  }

  /** @throws as `renewCodes`, and SecondFactorNeededError where the person's roles ask for it */
  async removeFactor(id: string, password: string, code: string): Promise<void> {
    if (await this.isFactorRequired(id)) throw new SecondFactorNeededError();
    const person = await this.prove(id, password, code);
    await this.uow.run(() => this.factors.remove(person, 'staff.second-factor-removed'));
  }

  /** That it is the person, and not somebody in front of an open screen. */
  private async prove(id: string, password: string, code?: string): Promise<Staff> {
    const person = await this.get(id);
    // Counted apart from log-ins: no name has a colon.
    const counter = `account:${id}`;
    await this.throttle.count(counter, undefined);
    if (!person.passwordHash || !(await verifyPassword(person.passwordHash, password)))
      throw new WrongPasswordError();
    if (code !== undefined) {
      if (!person.secondFactorAt) throw new SecondFactorMissingError();
      if (!(await this.uow.run(() => this.factors.check(person, code)))) throw new WrongCodeError();
    }
    await this.uow.run(() => this.throttle.forget(counter));
    return person;
  }

  private async isFactorRequired(id: string): Promise<boolean> {
    return this.directory.needsSecondFactor(await this.assignments.findOf([id]));
  }

  private async get(id: string): Promise<Staff> {
    const person = await this.staff.findById(id);
    if (!person) throw new UnknownStaffError();
    return person;
  }
}
