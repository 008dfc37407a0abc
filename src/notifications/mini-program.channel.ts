import { Injectable } from '@nestjs/common';
import { AccountsService } from '../accounts/accounts.service.js';
import { AppConfig } from '../config/app-config.js';
import { WeChatGateway } from '../wechat/wechat.gateway.js';
import { cardOf, type Channel, type NewsMessage } from './channel.js';
import { ConsentsService } from './consents.service.js';

/** Subscribe messages of the mini program (订阅消息): one for each consent. */
@Injectable()
export class MiniProgramChannel implements Channel {
  readonly name = 'mini_program';
  readonly isOn = true;

  private readonly cardOf: (message: NewsMessage) => Record<string, string>;

  constructor(
    private readonly accounts: AccountsService,
    private readonly consents: ConsentsService,
    private readonly wechat: WeChatGateway,
    private readonly config: AppConfig,
  ) {
    this.cardOf = cardOf(config.wechatTemplateKeys);
  }

  /** People who were never asked are tried once: WeChat may know of a consent that we were not told of. */
  async addressesOf(accountIds: readonly string[]): Promise<Map<string, string>> {
    const openIds = await this.accounts.openIdsOf(this.config.wechatAppId, accountIds);
    const remaining = await this.consents.remainingOf(accountIds);
    return new Map([...openIds].filter(([accountId]) => remaining.get(accountId) !== 0));
  }

  send(openId: string, message: NewsMessage): Promise<string | null> {
    const data = this.cardOf(message);
    return this.wechat.send({ openId, page: message.page, data });
  }

  accepted(accountIds: readonly string[]): Promise<void> {
    return this.consents.spent(accountIds, this.config.wechatTemplateId);
  }

  refused(accountIds: readonly string[]): Promise<void> {
    return this.consents.emptied(accountIds, this.config.wechatTemplateId);
  }
}
