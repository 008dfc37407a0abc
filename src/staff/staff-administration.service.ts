import { Injectable } from '@nestjs/common';
import { SessionsService } from '../accounts/sessions.service.js';
import type { AuditAction } from '../audit/audit.labels.js';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../common/clock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { StaffWeChatRepository } from './account/staff-wechat.repository.js';
import { InvitationsService } from './invitations/invitations.service.js';
import { SecondFactorService } from './second-factor/second-factor.service.js';
import type { Staff } from './staff.entity.js';
import { OwnAccountError, UnknownStaffError } from './staff.errors.js';
import { StaffRepository } from './staff.repository.js';

/** What administrators do to accounts of others. */
@Injectable()
export class StaffAdministrationService {
  constructor(
    private readonly staff: StaffRepository,
    private readonly wechats: StaffWeChatRepository,
    private readonly invitations: InvitationsService,
    private readonly factors: SecondFactorService,
    private readonly sessions: SessionsService,
    private readonly audit: AuditService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Ends all sessions and links, and lets the person in no more. @throws OwnAccountError, UnknownStaffError */
  async disable(by: string, id: string): Promise<void> {
    if (by === id) throw new OwnAccountError();
    await this.uow.run(async () => {
      const person = await this.get(id);
      if (person.disabledAt) return;
      await this.staff.setDisabled(id, this.clock.now());
      await this.sessions.closeAllOf('staff', id);
      await this.invitations.revoke(id);
      await this.record('staff.disabled', person);
    });
  }

  /** @throws UnknownStaffError */
  async enable(id: string): Promise<void> {
    await this.uow.run(async () => {
      const person = await this.get(id);
      if (!person.disabledAt) return;
      await this.staff.setDisabled(id, null);
      await this.record('staff.enabled', person);
    });
  }

  /** For a lost phone: no code, no WeChat, no session any more. @throws UnknownStaffError */
  async resetSecondFactor(id: string): Promise<void> {
    await this.uow.run(async () => {
      const person = await this.get(id);
      await this.factors.remove(person, 'staff.second-factor-reset');
      await this.wechats.delete(id);
      await this.sessions.closeAllOf('staff', id);
    });
  }

  private async get(id: string): Promise<Staff> {
    const person = await this.staff.findById(id);
    if (!person) throw new UnknownStaffError();
    return person;
  }

  private record(action: AuditAction, { id, username }: Staff): Promise<void> {
    return this.audit.record({ action, subject: { kind: 'staff', id, name: username } });
  }
}
