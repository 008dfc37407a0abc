import { Injectable } from '@nestjs/common';
import { AccountsService } from '../../accounts/accounts.service.js';
import { AuditService } from '../../audit/audit.service.js';
import { Clock } from '../../common/clock.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { WeChatGateway } from '../../wechat/wechat.gateway.js';
import { WeChatTakenError } from '../staff.errors.js';
import { StaffWeChatRepository } from './staff-wechat.repository.js';

/** Lets a person's WeChat sign in as the staff member that the person is. */
@Injectable()
export class StaffWeChatService {
  constructor(
    private readonly wechats: StaffWeChatRepository,
    private readonly accounts: AccountsService,
    private readonly gateway: WeChatGateway,
    private readonly audit: AuditService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Binds the WeChat that a log-in code belongs to, in place of another one of the person.
   * @throws LoginFailedError, LoginUnavailableError, WeChatTakenError
   */
  async bind(staffId: string, code: string): Promise<void> {
    const person = await this.gateway.exchangeCode(code);
    await this.uow.run(async () => {
      const accountId = await this.accounts.ensureAccount(person);
      const bound = await this.wechats.findByAccount(accountId);
      if (bound && bound.staffId !== staffId) throw new WeChatTakenError();
      await this.wechats.save({ staffId, accountId, boundAt: this.clock.now() });
      await this.audit.record({ action: 'staff.wechat-bound', subject: { kind: 'staff', id: staffId } });
    });
  }

  /** The accounts whose WeChat is bound, by staff member; those without are missing. */
  async accountsOf(staffIds: readonly string[]): Promise<Map<string, string>> {
    const bound = await this.wechats.findByStaffIds(staffIds);
    return new Map(bound.map(({ staffId, accountId }) => [staffId, accountId]));
  }

  async release(staffId: string): Promise<void> {
    await this.uow.run(async () => {
      await this.wechats.delete(staffId);
      await this.audit.record({ action: 'staff.wechat-released', subject: { kind: 'staff', id: staffId } });
    });
  }
}
