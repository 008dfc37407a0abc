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

/** Which of our apps an event came to; each has a callback address of its own. */
export type WeChatApp = 'mini_program' | 'official_account';

/** Does what an event of WeChat asks for, inside the transaction that marks the event as taken. */
export interface WeChatEventHandler {
  readonly app: WeChatApp;
  handle(event: WeChatEvent): Promise<void>;
}

/** Takes WeChat's pushes (消息推送), each once. */
@Injectable()
export class WeChatEventsService {
  private readonly verifiers: Record<WeChatApp, WeChatCallbackVerifier | null>;
  private readonly handlers: WeChatEventHandler[] = [];

  constructor(
    private readonly events: WeChatEventsRepository,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    config: AppConfig,
  ) {
    const verifier = (appId: string, token: string, encodingAesKey?: string): WeChatCallbackVerifier =>
      new WeChatCallbackVerifier({
        token,
        ...(encodingAesKey ? { encodingAesKey } : {}),
        appId,
        now: () => clock.now().getTime(),
      });
    const { wechatAppId, wechatCallbackToken, wechatCallbackAesKey } = config;
    const { officialAppId, officialCallbackToken, officialCallbackAesKey } = config;
    this.verifiers = {
      mini_program: verifier(wechatAppId, wechatCallbackToken, wechatCallbackAesKey),
      official_account: config.officialOn
        ? verifier(officialAppId, officialCallbackToken, officialCallbackAesKey)
        : null,
    };
  }

  register(handler: WeChatEventHandler): void {
    this.handlers.push(handler);
  }

  /** Answers WeChat's check of the callback address. @throws ForbiddenError on a wrong signature */
  verifyAddress(app: WeChatApp, query: CallbackQuery): string {
    return this.genuine(app, (verifier) => verifier.verifyUrl(query));
  }

  /** Takes a push; a repeated one changes nothing. @throws ForbiddenError where it is not WeChat's */
  async take(app: WeChatApp, query: CallbackQuery, rawBody: Buffer, contentType?: string): Promise<void> {
    const event = this.genuine(app, (verifier) => verifier.open(query, rawBody, contentType));
    const key = dedupeKey(event);
    if (await this.events.exists(key)) return;
    try {
      await this.uow.run(async () => {
        await this.events.insert(key, this.clock.now());
        for (const handler of this.handlers) if (handler.app === app) await handler.handle(event);
      });
    } catch (error) {
      // The same push came twice at once, and the other request was faster.
      if (!isUniqueViolation(error) || !(await this.events.exists(key))) throw error;
    }
  }

  /** Deletes up to `limit` events that were taken before an instant; answers how many. Call it in a transaction. */
  forget(before: Date, limit: number): Promise<number> {
    return this.events.deleteTakenBefore(before, limit);
  }

  private genuine<T>(app: WeChatApp, open: (verifier: WeChatCallbackVerifier) => T): T {
    const verifier = this.verifiers[app];
    if (!verifier) throw new ForbiddenError('没有开通公众号，不接收它的消息推送');
    try {
      return open(verifier);
    } catch (error) {
      if (error instanceof CallbackRefused) throw new ForbiddenError('消息推送没有通过验证');
      throw error;
    }
  }
}
