import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { WeChatEvent } from '#libs/wechat';
import { AccountsService } from '../accounts/accounts.service.js';
import { AppConfig } from '../config/app-config.js';
import { FollowersService } from '../contacts/followers.service.js';
import { WeChatEventsService } from '../wechat/wechat-events.service.js';
import { ConsentsService } from './consents.service.js';
import { SettlingService } from './settling.service.js';

const ARRIVED = 'success';

/** Learns from WeChat's events what people allow and what became of messages. */
@Injectable()
export class WeChatFeedbackService implements OnModuleInit {
  constructor(
    private readonly events: WeChatEventsService,
    private readonly consents: ConsentsService,
    private readonly settling: SettlingService,
    private readonly accounts: AccountsService,
    private readonly followers: FollowersService,
    private readonly config: AppConfig,
  ) {}

  onModuleInit(): void {
    this.events.register({ app: 'mini_program', handle: (event) => this.takeOfMiniProgram(event) });
    this.events.register({ app: 'official_account', handle: (event) => this.takeOfOfficialAccount(event) });
  }

  private async takeOfMiniProgram(event: WeChatEvent): Promise<void> {
    const accountId = await this.accounts.findAccountId(this.config.wechatAppId, event.fromUser);
    if (!accountId) return;
    if (event.type === 'subscribe_msg_sent_event') {
      for (const { msgId, errorCode } of event.items) {
        const verdict = { accountId, channel: 'mini_program', messageId: msgId } as const;
        await this.settling.settle({ ...verdict, arrived: errorCode === 0, errorCode: errorCode || null });
      }
    } else if (event.type === 'subscribe_msg_popup_event' || event.type === 'subscribe_msg_change_event') {
      for (const { templateId, status } of event.items) {
        if (status === 'accept') await this.consents.accepted(accountId, templateId);
        // Turned down once in the pop-up takes nothing away; switched off in the settings does.
        else if (event.type === 'subscribe_msg_change_event') {
          await this.consents.emptied([accountId], templateId);
        }
      }
    }
  }

  private async takeOfOfficialAccount(event: WeChatEvent): Promise<void> {
    if (event.type !== 'template_sent') return;
    const accountId = await this.followers.findAccountId(event.fromUser);
    if (!accountId) return;
    const arrived = event.status === ARRIVED;
    const verdict = { accountId, channel: 'official_account', messageId: event.msgId } as const;
    await this.settling.settle({ ...verdict, arrived, errorCode: null });
  }
}
