import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { SubscribeSentEvent, WeChatEvent } from '#libs/wechat';
import { AccountsService } from '../accounts/accounts.service.js';
import { Clock } from '../common/clock.js';
import { AppConfig } from '../config/app-config.js';
import { WeChatEventsService } from '../wechat/wechat-events.service.js';
import { ConsentsService } from './consents.service.js';
import type { Delivery } from './delivery.entity.js';
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
  private async settle(accountId: string, item: SubscribeSentEvent['items'][number]): Promise<void> {
    const delivery =
      (await this.deliveries.findByMessageId(accountId, item.msgId)) ??
      (await this.deliveries.findUnsettled(accountId));
    if (!delivery) return;
    const wasUncertain = delivery.state === 'uncertain';
    if (item.errorCode !== 0) {
      await this.deliveries.update(delivery.id, {
        state: 'failed',
        errorCode: item.errorCode,
        weChatMessageId: item.msgId,
      });
    } else if (delivery.state !== 'sent') await this.markSent(delivery, item.msgId);
    if (wasUncertain) await this.consents.spent([accountId], item.templateId);
  }

  private markSent(delivery: Delivery, weChatMessageId: string): Promise<void> {
    return this.deliveries.update(delivery.id, {
      state: 'sent',
      weChatMessageId,
      sentAt: this.clock.now(),
    });
  }
}
