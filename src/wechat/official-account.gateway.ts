import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { AppConfig } from '../config/app-config.js';
import { ServerAddresses } from '../config/server-addresses.js';
import { DatabaseTokenStore } from './database-token.store.js';
import { type AppKeys, WeChatAppGateway } from './wechat-app.gateway.js';

/** A message of the official account's template. */
export interface OfficialMessage {
  openId: string;
  /** Web page that opens. */
  url: string;
  /** Values by template key, within WeChat's limits. */
  data: Readonly<Record<string, string>>;
  /** The template, where it is not the one for news. */
  templateId?: string;
  /** The same for every try to send the same; at most 32 characters. */
  clientMessageId: string;
}

/** The official account's way to WeChat (公众号). */
@Injectable()
export class OfficialAccountGateway extends WeChatAppGateway {
  constructor(config: AppConfig, addresses: ServerAddresses, tokens: DatabaseTokenStore, clock: Clock) {
    super(config, addresses, tokens, clock);
  }

  /** Sends a template message. @returns WeChat's message id, null where it told none @throws WeChatError */
  async send(message: OfficialMessage): Promise<string | null> {
    const { officialTemplateId } = this.config;
    const { msgId } = await this.open().sendTemplateMessage({ templateId: officialTemplateId, ...message });
    return msgId ?? null;
  }

  /** Whether somebody follows, and their unionid where WeChat tells it. @throws WeChatError */
  async findFollower(openId: string): Promise<{ follows: boolean; unionId: string | null }> {
    const { follows, unionId } = await this.open().getUserInfo(openId);
    return { follows, unionId: unionId ?? null };
  }

  protected keys(): AppKeys {
    return { appId: this.config.officialAppId, secret: this.config.officialAppSecret };
  }
}
