import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { WeChatClient, WeChatError } from '#libs/wechat';
import { LoginFailedError, LoginUnavailableError } from './wechat.errors.js';
import { Clock } from '../common/clock.js';
import { AppConfig } from '../config/app-config.js';
import { ServerAddresses } from '../config/server-addresses.js';
import { DatabaseTokenStore } from './database-token.store.js';

const WECHAT_URL = 'https://api.weixin.qq.com';
/** Each open call needs its own HTTP/1.1 connection. */
const CONNECTIONS = 512;

/** A message of the configured template. */
export interface TemplateMessage {
  openId: string;
  /** Page of the mini program that opens. */
  page: string;
  /** Values by template key, within WeChat's limits. */
  data: Readonly<Record<string, string>>;
}

/** The one way from this project to WeChat, or to its simulator. */
@Injectable()
export class WeChatGateway implements OnApplicationShutdown {
  private client: WeChatClient | null = null;

  constructor(
    private readonly config: AppConfig,
    private readonly addresses: ServerAddresses,
    private readonly tokens: DatabaseTokenStore,
    private readonly clock: Clock,
  ) {}

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
   * Sends a subscribe message of the configured template.
   * @returns WeChat's message id, null where it told none
   * @throws WeChatError
   */
  async send({ openId, page, data }: TemplateMessage): Promise<string | null> {
    const templateId = this.config.wechatTemplateId;
    const { msgId } = await this.open().sendSubscribeMessage({ openId, templateId, page, data });
    return msgId ?? null;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.client?.close();
  }

  /** Made at the first call: the simulator's address is known only once it listens. */
  private open(): WeChatClient {
    this.client ??= new WeChatClient({
      baseUrl: this.baseUrl(),
      appId: this.config.wechatAppId,
      secret: this.config.wechatAppSecret,
      tokens: this.tokens,
      timeoutMs: this.config.wechatTimeoutMs,
      connections: CONNECTIONS,
      now: () => this.clock.now().getTime(),
    });
    return this.client;
  }

  private baseUrl(): string {
    if (this.config.wechatMode === 'live') return WECHAT_URL;
    if (!this.addresses.simulatorUrl) throw new LoginUnavailableError();
    return this.addresses.simulatorUrl;
  }
}
