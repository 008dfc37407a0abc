import type { OnApplicationShutdown } from '@nestjs/common';
import { WeChatClient } from '#libs/wechat';
import { type Clock } from '../common/clock.js';
import { type AppConfig } from '../config/app-config.js';
import { type ServerAddresses } from '../config/server-addresses.js';
import { type DatabaseTokenStore } from './database-token.store.js';
import { LoginUnavailableError } from './wechat.errors.js';

const WECHAT_URL = 'https://api.weixin.qq.com';
/** Each open call needs its own HTTP/1.1 connection; more than a server's queue of new ones would time out. */
const CONNECTIONS = 256;

/** What one app of ours calls WeChat with. */
export interface AppKeys {
  appId: string;
  secret: string;
}

/** The way from one app of ours to WeChat, or to its simulator. */
export abstract class WeChatAppGateway implements OnApplicationShutdown {
  private client: WeChatClient | null = null;

  constructor(
    protected readonly config: AppConfig,
    private readonly addresses: ServerAddresses,
    private readonly tokens: DatabaseTokenStore,
    private readonly clock: Clock,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.client?.close();
  }

  protected abstract keys(): AppKeys;

  /** Made at the first call: the simulator's address is known only once it listens. */
  protected open(): WeChatClient {
    this.client ??= new WeChatClient({
      baseUrl: this.baseUrl(),
      ...this.keys(),
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
