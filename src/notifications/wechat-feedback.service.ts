import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { SubscribeSentEvent, WeChatEvent } from '#libs/wechat';
import { AccountsService } from '../accounts/accounts.service.js';
import { Clock } from '../common/clock.js';
import { AppConfig } from '../config/app-config.js';
import { WeChatEventsService } from '../wechat/wechat-events.service.js';
import { ConsentsService } from './consents.service.js';
import { InboxRepository } from './inbox.repository.js';

/** Learns from WeChat's events what people allow and what became of messages. */
@Injectable()
export class WeChatFeedbackService implements OnModuleInit {
  constructor(
    private readonly events: WeChatEventsService,
    private readonly consents: ConsentsService,
    private readonly deliveries: InboxRepository,
    private readonly accounts: AccountsService,
    private readonly clock: Clock,
    private readonly config: AppConfig,
  ) {}

  onModuleInit(): void {
    this.events.register({ handle: (event) => this.take(event) });
  }

  private async take(event: WeChatEvent): Promise<void> {
    if (event.type === 'unknown') return;
    const accountId = await this.accounts.findAccountId(this.config.wechatAppId, event.fromUser);
    if (!accountId) return;
    if (event.type === 'subscribe_msg_sent_event') {
      for (const item of event.items) await this.settle(accountId, item);
      return;
    }
    for (const { templateId, status } of event.items) {
      if (status === 'accept') await this.consents.accepted(accountId, templateId);
      // Turned down once in the pop-up takes nothing away; switched off in the settings does.
      else if (event.type === 'subscribe_msg_change_event') {
        await this.consents.emptied([accountId], templateId);
      }
    }
  }

  /** The answer to our call may have been lost: then the event is the only proof that WeChat has the message. */
  private async settle(
    accountId: string,
    { msgId, errorCode, templateId }: SubscribeSentEvent['items'][number],
  ): Promise<void> {
    const known = await this.deliveries.findByMessageId(accountId, msgId);
    const told = known.length > 0 ? known : await this.deliveries.findUnsettled(accountId);
    const open = told.filter(({ state }) => errorCode !== 0 || state !== 'sent');
    if (open.length === 0) return;
    const outcome =
      errorCode === 0
        ? { state: 'sent' as const, channel: 'mini_program' as const, sentAt: this.clock.now() }
        : { state: 'failed' as const, errorCode };
    await this.deliveries.update(
      open.map(({ id }) => id),
      { ...outcome, weChatMessageId: msgId },
    );
    // Whoever recorded an answer has spent the consent, too; nobody did for an uncertain one.
    if (open.some(({ state }) => state === 'uncertain')) await this.consents.spent([accountId], templateId);
  }
}
