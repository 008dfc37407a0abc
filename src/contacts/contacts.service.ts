import { Injectable } from '@nestjs/common';
import { AccountsService } from '../accounts/accounts.service.js';
import { Clock } from '../common/clock.js';
import { maskPhone } from '../common/mask-phone.js';
import { AppConfig } from '../config/app-config.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { WeChatGateway } from '../wechat/wechat.gateway.js';
import type { Contact } from './contact.entity.js';
import type { ContactView } from './contact.view.js';
import { OfficialAccountOffError, SmsOffError } from './contacts.errors.js';
import { ContactsRepository } from './contacts.repository.js';
import { FollowersRepository } from './followers.repository.js';
import { PhoneCipher } from './phone-cipher.js';

/** By which other ways than the mini program people asked to be told; nobody is told by a way that they did not choose. */
@Injectable()
export class ContactsService {
  constructor(
    private readonly contacts: ContactsRepository,
    private readonly followers: FollowersRepository,
    private readonly accounts: AccountsService,
    private readonly wechat: WeChatGateway,
    private readonly cipher: PhoneCipher,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: AppConfig,
  ) {}

  async view(accountId: string): Promise<ContactView> {
    const contact = await this.contacts.find(accountId);
    const phone = contact?.phone ? this.cipher.open(contact.phone, accountId) : null;
    return {
      officialAccount: contact?.officialAccount ?? false,
      follows: (await this.followingOpenIdsOf([accountId])).size > 0,
      phone: phone === null ? null : maskPhone(phone),
    };
  }

  /** @throws OfficialAccountOffError */
  async chooseOfficialAccount(accountId: string): Promise<void> {
    if (!this.config.officialOn) throw new OfficialAccountOffError();
    await this.change(accountId, { officialAccount: true });
  }

  leaveOfficialAccount(accountId: string): Promise<void> {
    return this.change(accountId, { officialAccount: false });
  }

  /**
   * Text messages go to the number that WeChat knows the person by: nobody can have them sent to a stranger.
   * @throws SmsOffError, PhoneRefusedError, PhoneUnavailableError
   */
  async choosePhone(accountId: string, code: string): Promise<void> {
    if (!this.config.smsOn) throw new SmsOffError();
    const phone = await this.wechat.exchangePhoneCode(code);
    await this.change(accountId, { phone: this.cipher.seal(phone, accountId) });
  }

  /** The number is forgotten at once. */
  leavePhone(accountId: string): Promise<void> {
    return this.change(accountId, { phone: null });
  }

  /** Openids of the official account, of the accounts that chose it and follow it. */
  async officialOpenIdsOf(accountIds: readonly string[]): Promise<Map<string, string>> {
    return this.followingOpenIdsOf(await this.contacts.findOfficial(accountIds));
  }

  /** Openids of the official account, of the accounts that follow it: for what they need not choose, as for staff. */
  async followingOpenIdsOf(accountIds: readonly string[]): Promise<Map<string, string>> {
    if (accountIds.length === 0) return new Map();
    const unionIds = await this.accounts.unionIdsOf(this.config.wechatAppId, accountIds);
    const following = await this.followers.findFollowing(this.config.officialAppId, [...unionIds.values()]);
    return new Map(
      [...unionIds].flatMap(([accountId, unionId]) => {
        const openId = following.get(unionId);
        return openId === undefined ? [] : [[accountId, openId] as const];
      }),
    );
  }

  /** Telephone numbers, by account. */
  async phonesOf(accountIds: readonly string[]): Promise<Map<string, string>> {
    const sealed = await this.contacts.findPhones(accountIds);
    return new Map(
      [...sealed].flatMap(([accountId, text]) => {
        const phone = this.cipher.open(text, accountId);
        return phone === null ? [] : [[accountId, phone] as const];
      }),
    );
  }

  private change(
    accountId: string,
    changes: Partial<Pick<Contact, 'officialAccount' | 'phone'>>,
  ): Promise<void> {
    return this.uow.run(async () => {
      const before = await this.contacts.find(accountId);
      const { officialAccount, phone } = {
        officialAccount: before?.officialAccount ?? false,
        phone: before?.phone ?? null,
        ...changes,
      };
      if (!officialAccount && phone === null) await this.contacts.delete(accountId);
      else await this.contacts.save({ accountId, officialAccount, phone, updatedAt: this.clock.now() });
    });
  }
}
