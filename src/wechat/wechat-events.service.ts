import { Injectable } from '@nestjs/common';
import {
  type CallbackQuery,
  dedupeKey,
  type WeChatEvent,
  WeChatCallbackVerifier,
  CallbackRefused,
} from '#libs/wechat';
import { ForbiddenError } from '../common/common.errors.js';
import { Clock } from '../common/clock.js';
import { AppConfig } from '../config/app-config.js';
import { isUniqueViolation } from '../database/driver-codes.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { WeChatEventsRepository } from './wechat-events.repository.js';

/** Does what an event of WeChat asks for, inside the transaction that marks the event as taken. */
export interface WeChatEventHandler {
  handle(event: WeChatEvent): Promise<void>;
}

/** Takes WeChat's pushes (消息推送), each once. */
@Injectable()
export class WeChatEventsService {
  private readonly verifier: WeChatCallbackVerifier;
  private readonly handlers: WeChatEventHandler[] = [];

  constructor(
    private readonly events: WeChatEventsRepository,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    config: AppConfig,
  ) {
    this.verifier = new WeChatCallbackVerifier({
      token: config.wechatCallbackToken,
      ...(config.wechatCallbackAesKey ? { encodingAesKey: config.wechatCallbackAesKey } : {}),
      appId: config.wechatAppId,
      now: () => clock.now().getTime(),
    });
  }

  register(handler: WeChatEventHandler): void {
    this.handlers.push(handler);
  }

  /** Answers WeChat's check of the callback address. @throws ForbiddenError on a wrong signature */
  verifyAddress(query: CallbackQuery): string {
    return this.genuine(() => this.verifier.verifyUrl(query));
  }

  /** Takes a push; a repeated one changes nothing. @throws ForbiddenError where it is not WeChat's */
  async take(query: CallbackQuery, rawBody: Buffer, contentType?: string): Promise<void> {
    const event = this.genuine(() => this.verifier.open(query, rawBody, contentType));
    const key = dedupeKey(event);
    if (await this.events.exists(key)) return;
    try {
      await this.uow.run(async () => {
        await this.events.insert(key, this.clock.now());
        for (const handler of this.handlers) await handler.handle(event);
      });
    } catch (error) {
      // The same push came twice at once, and the other request was faster.
      if (!isUniqueViolation(error) || !(await this.events.exists(key))) throw error;
    }
  }

  private genuine<T>(open: () => T): T {
    try {
      return open();
    } catch (error) {
      if (error instanceof CallbackRefused) throw new ForbiddenError('消息推送没有通过验证');
      throw error;
    }
  }
}
