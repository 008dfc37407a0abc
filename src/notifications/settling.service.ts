import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { AppConfig } from '../config/app-config.js';
import { Channels } from './channels.js';
import { ConsentsService } from './consents.service.js';
import type { Delivery } from './delivery.entity.js';
import { InboxRepository } from './inbox.repository.js';
import type { ChannelName, DeliveryState } from './notification.terms.js';

/** What WeChat says of a message that it had taken. */
export interface Verdict {
  accountId: string;
  channel: ChannelName;
  messageId: string;
  arrived: boolean;
  errorCode: number | null;
}

/** In these, a message that did not arrive has not been dealt with. */
const OPEN: readonly DeliveryState[] = ['sending', 'uncertain', 'sent'];

/** Draws the conclusions from what became of a message after WeChat had taken it. */
@Injectable()
export class SettlingService {
  constructor(
    private readonly deliveries: InboxRepository,
    private readonly channels: Channels,
    private readonly consents: ConsentsService,
    private readonly clock: Clock,
    private readonly config: AppConfig,
  ) {}

  /** The answer to our call may have been lost: then the event is the only proof that WeChat has the message. */
  async settle(verdict: Verdict): Promise<void> {
    const { accountId, channel, messageId, arrived } = verdict;
    const known = await this.deliveries.findByMessageId(accountId, messageId);
    const told = known.length > 0 ? known : await this.deliveries.findUnsettled(accountId, channel);
    const open = told.filter(({ state }) => OPEN.includes(state) && !(arrived && state === 'sent'));
    if (open.length === 0) return;
    await this.deliveries.update(
      open.map(({ id }) => id),
      arrived ? this.arrived(verdict) : await this.lost(verdict),
    );
    // Whoever recorded an answer has spent the consent, too; nobody did for an uncertain one.
    if (channel === 'mini_program' && open.some(({ state }) => state === 'uncertain')) {
      await this.consents.spent([accountId], this.config.wechatTemplateId);
    }
  }

  private arrived({ channel, messageId }: Verdict): Partial<Delivery> {
    return { state: 'sent', channel, sentAt: this.clock.now(), weChatMessageId: messageId };
  }

  /** WeChat says itself that it told nobody, so the next way may; where there is none, that is the end. */
  private async lost({ accountId, channel, messageId, errorCode }: Verdict): Promise<Partial<Delivery>> {
    for (const next of this.channels.after(channel)) {
      if (!(await next.addressesOf([accountId])).has(accountId)) continue;
      const again = { dueAt: this.clock.now(), claimId: null, weChatMessageId: null, sentAt: null };
      return { state: 'pending', channel, errorCode, ...again };
    }
    return { state: 'failed', channel, errorCode, weChatMessageId: messageId };
  }
}
