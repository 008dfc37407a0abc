import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SessionsService } from '../../accounts/sessions.service.js';
import { AuditService } from '../../audit/audit.service.js';
import { Clock } from '../../common/clock.js';
import { AppConfig } from '../../config/app-config.js';
import { ServerAddresses } from '../../config/server-addresses.js';
import { newId } from '../../database/new-id.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { LoginThrottleService } from '../login-throttle.service.js';
import { StaffAccountsService } from '../staff-accounts.service.js';
import { StaffAssignmentsService } from '../staff-assignments.service.js';
import { nameOf } from '../staff-directory.service.js';
import type { Staff } from '../staff.entity.js';
import {
  InvitationGoneError,
  UnfitUsernameError,
  UnknownStaffError,
  UsernameInUseError,
} from '../staff.errors.js';
import { StaffRepository } from '../staff.repository.js';
import { isFitUsername, normaliseUsername } from '../usernames.js';
import type { InvitationRecord } from './invitation.record.js';
import type { InvitationLinkView, InvitationView } from './invitation.view.js';
import { InvitationsRepository } from './invitations.repository.js';

const HOUR = 3_600_000;
const TOKEN_BYTES = 32;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Lets people in, or in again, by a link that sets a password once (邀请). */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly invitations: InvitationsRepository,
    private readonly staff: StaffRepository,
    private readonly assignments: StaffAssignmentsService,
    private readonly accounts: StaffAccountsService,
    private readonly sessions: SessionsService,
    private readonly throttle: LoginThrottleService,
    private readonly audit: AuditService,
    private readonly addresses: ServerAddresses,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: AppConfig,
  ) {}

  /**
   * A new person, who has no password yet.
   * @throws UnfitUsernameError, UsernameInUseError, InvalidInputError for unfit assignments
   */
  async invite({ username: wanted, name, assignments }: InvitationRecord): Promise<InvitationLinkView> {
    const username = normaliseUsername(wanted);
    if (!isFitUsername(username)) throw new UnfitUsernameError();
    return this.uow.run(async () => {
      if (await this.staff.findByUsername(username)) throw new UsernameInUseError(username);
      const person: Staff = {
        id: newId(),
        username,
        passwordHash: '',
        displayName: name,
        disabledAt: null,
        secondFactorAt: null,
        createdAt: this.clock.now(),
      };
      await this.staff.insert(person);
      await this.assignments.replace(person.id, assignments);
      return this.makeLink(person);
    });
  }

  /** A new link for somebody, also for a forgotten password; older ones end. @throws UnknownStaffError */
  async renew(id: string): Promise<InvitationLinkView> {
    return this.uow.run(async () => {
      const person = await this.staff.findById(id);
      if (!person || person.disabledAt) throw new UnknownStaffError();
      return this.makeLink(person);
    });
  }

  /** For whom a link is. @throws InvitationGoneError */
  async lookUp(token: string): Promise<InvitationView> {
    const { person, expiresAt } = await this.getOpen(token);
    return { username: person.username, name: nameOf(person), expiresAt: expiresAt.toISOString() };
  }

  /** Sets the password; the link ends with it, as do all sessions. @throws InvitationGoneError, UnfitPasswordError */
  async accept(token: string, password: string): Promise<void> {
    const { person } = await this.getOpen(token);
    const passwordHash = await this.accounts.hashNew(password, person.username);
    await this.uow.run(async () => {
      if (!(await this.invitations.take(hashOf(token), this.clock.now()))) throw new InvitationGoneError();
      await this.staff.setPassword(person.id, passwordHash);
      await this.sessions.closeAllOf('staff', person.id);
      await this.throttle.forget(person.username);
      await this.audit.record({
        action: 'staff.joined',
        subject: { kind: 'staff', id: person.id, name: person.username },
        actor: { kind: 'staff', id: person.id, name: person.username },
      });
    });
  }

  /** Ends all links of a person; call inside a transaction. */
  revoke(staffId: string): Promise<void> {
    return this.invitations.deleteOf(staffId);
  }

  private async makeLink({ id, username }: Staff): Promise<InvitationLinkView> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const expiresAt = this.clock.after(this.config.invitationHours * HOUR);
    await this.invitations.deleteExpired(this.clock.now());
    await this.invitations.deleteOf(id);
    await this.invitations.insert({ tokenHash: hashOf(token), staffId: id, expiresAt });
    await this.audit.record({ action: 'staff.invited', subject: { kind: 'staff', id, name: username } });
    // After the #, so that no server writes it into a log.
    const url = `${this.addresses.publicUrl}/console/invitation#${token}`;
    return { id, url, expiresAt: expiresAt.toISOString() };
  }

  private async getOpen(token: string): Promise<{ person: Staff; expiresAt: Date }> {
    const invitation = await this.invitations.findOpen(hashOf(token), this.clock.now());
    const person = invitation && (await this.staff.findById(invitation.staffId));
    if (!invitation || !person || person.disabledAt) throw new InvitationGoneError();
    return { person, expiresAt: invitation.expiresAt };
  }
}
