import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { ServerAddresses } from '../config/server-addresses.js';
import { ContactsService } from '../contacts/contacts.service.js';
import { FollowersService } from '../contacts/followers.service.js';
import { OfficialAccountGateway } from '../wechat/official-account.gateway.js';
import { cardOf, type Channel, type NewsMessage } from './channel.js';

/** Template messages of the official account (公众号模板消息), to followers who chose this way. */
@Injectable()
export class OfficialAccountChannel implements Channel {
  readonly name = 'official_account';

  private readonly cardOf: (message: NewsMessage) => Record<string, string>;

  constructor(
    private readonly contacts: ContactsService,
    private readonly followers: FollowersService,
    private readonly official: OfficialAccountGateway,
    private readonly addresses: ServerAddresses,
    private readonly config: AppConfig,
  ) {
    this.cardOf = cardOf(config.officialTemplateKeys);
  }

  get isOn(): boolean {
    return this.config.officialOn;
  }

  addressesOf(accountIds: readonly string[]): Promise<Map<string, string>> {
    return this.contacts.officialOpenIdsOf(accountIds);
  }

  send(openId: string, message: NewsMessage, key: string): Promise<string | null> {
    const url = `${this.addresses.publicUrl}${message.path}`;
    const data = this.cardOf(message);
    return this.official.send({ openId, url, data, clientMessageId: key });
  }

  accepted(): Promise<void> {
    return Promise.resolve();
  }

  /** Perhaps they stopped to follow, and the event was lost. */
  async refused(accountIds: readonly string[]): Promise<void> {
    if (accountIds.length === 0) return;
    await this.followers.doubt([...(await this.addressesOf(accountIds)).values()]);
  }
}
