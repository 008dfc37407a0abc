import { Injectable } from '@nestjs/common';
import { WeChatError } from '#libs/wechat';
import { Clock } from '../common/clock.js';
import { AppConfig } from '../config/app-config.js';
import { ServerAddresses } from '../config/server-addresses.js';
import { DatabaseTokenStore } from './database-token.store.js';
import { type AppKeys, WeChatAppGateway } from './wechat-app.gateway.js';
import {
  LoginFailedError,
  LoginUnavailableError,
  PhoneRefusedError,
  PhoneUnavailableError,
} from './wechat.errors.js';

const CHINA = '86';

/** A message of the configured template. */
export interface TemplateMessage {
  openId: string;
  /** Page of the mini program that opens. */
  page: string;
  /** Values by template key, within WeChat's limits. */
  data: Readonly<Record<string, string>>;
}

/** The mini program's way to WeChat. */
@Injectable()
export class WeChatGateway extends WeChatAppGateway {
  constructor(config: AppConfig, addresses: ServerAddresses, tokens: DatabaseTokenStore, clock: Clock) {
    super(config, addresses, tokens, clock);
  }

  /**
   * Who logged in with a code of wx.login.
   * @throws LoginFailedError where the code is wrong or old, LoginUnavailableError where WeChat does not answer
   */
  async exchangeCode(code: string): Promise<{ appId: string; openId: string; unionId: string | null }> {
    const appId = this.config.wechatAppId;
    try {
      const { openId, unionId } = await this.open().code2Session(code);
      return { appId, openId, unionId: unionId ?? null };
    } catch (error) {
      if (error instanceof WeChatError && error.kind === 'permanent') throw new LoginFailedError();
      throw new LoginUnavailableError();
    }
  }

  /**
   * The telephone number that a person gave by the mini program's button; personal data, never to be logged.
   * @returns digits, with `+` and the country's code where it is not a Chinese one
   * @throws PhoneRefusedError where the code is wrong or old, PhoneUnavailableError where WeChat does not answer
   */
  async exchangePhoneCode(code: string): Promise<string> {
    try {
      const { purePhoneNumber, countryCode } = await this.open().getPhoneNumber(code);
      return countryCode === CHINA ? purePhoneNumber : `+${countryCode}${purePhoneNumber}`;
    } catch (error) {
      if (error instanceof WeChatError && error.kind === 'permanent') throw new PhoneRefusedError();
      throw new PhoneUnavailableError();
    }
  }

  /**
   * Sends a subscribe message of the configured template.
   * @returns WeChat's message id, null where it told none
   * @throws WeChatError
   */
  async send({ openId, page, data }: TemplateMessage): Promise<string | null> {
    const templateId = this.config.wechatTemplateId;
    const { msgId } = await this.open().sendSubscribeMessage({ openId, templateId, page, data });
    return msgId ?? null;
  }

  protected keys(): AppKeys {
    return { appId: this.config.wechatAppId, secret: this.config.wechatAppSecret };
  }
}
