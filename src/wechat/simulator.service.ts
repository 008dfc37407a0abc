import { join } from 'node:path';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import {
  createSimulator,
  type Simulator,
  type SimulatorApp,
  type SimulatorOptions,
  type SimulatorTemplate,
} from '#libs/wechat-simulator';
import { AppConfig } from '../config/app-config.js';
import { ServerAddresses } from '../config/server-addresses.js';
import { CLAUSE_PAGE, REVIEW_TEMPLATE_LABELS, TEMPLATE_LABELS } from './news-template.js';

/** The address of a clause in the portal, from the mini program's page. */
function portalPage(publicUrl: string, page: string): string {
  const [path, query] = page.split('?');
  const code = path === CLAUSE_PAGE ? new URLSearchParams(query).get('code') : null;
  return code ? `${publicUrl}/clauses/${encodeURIComponent(code)}` : publicUrl;
}

/** The WeChat simulator of this installation (微信模拟器); its phones are kept in the data folder. */
@Injectable()
export class SimulatorService implements OnApplicationShutdown {
  private simulator: Simulator | null = null;

  constructor(
    private readonly config: AppConfig,
    private readonly addresses: ServerAddresses,
  ) {}

  /**
   * Starts it, unless one runs elsewhere or the real WeChat is used.
   * @param localUrl where this process is reached from this machine, for the simulator's pushes
   */
  async start(localUrl: string): Promise<void> {
    if (this.config.wechatMode !== 'simulator') return;
    if (this.config.simulatorUrl === undefined) {
      this.simulator = createSimulator(simulatorOptions(this.config, this.addresses.publicUrl, localUrl));
      this.addresses.simulatorUrl = await this.simulator.listen();
    } else this.addresses.simulatorUrl = this.config.simulatorUrl;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.simulator?.close();
  }
}

function simulatorOptions(config: AppConfig, publicUrl: string, localUrl: string): SimulatorOptions {
  return {
    dataFile: join(config.dataDir, 'wechat-simulator.db'),
    port: config.simulatorPort,
    returnTo: [...new Set([publicUrl, localUrl].map((url) => new URL(url).origin))],
    pageUrl: (page) => portalPage(publicUrl, page),
    apps: [
      {
        appId: config.wechatAppId,
        openPlatform: true,
        secret: config.wechatAppSecret,
        originalId: 'gh_policy_market',
        name: config.siteName,
        templates: [
          {
            id: config.wechatTemplateId,
            title: '惠企惠民政策提醒',
            kind: config.wechatTemplateKind,
            keys: cardRows(config.wechatTemplateKeys),
          },
        ],
        callback: {
          url: `${localUrl}/api/v1/wechat/callback`,
          token: config.wechatCallbackToken,
          encodingAesKey: config.wechatCallbackAesKey,
          mode: config.wechatCallbackAesKey ? 'safe' : 'plain',
          format: 'json',
        },
      },
      ...(config.officialOn ? [officialAccount(config, localUrl)] : []),
    ],
  };
}

function officialAccount(config: AppConfig, localUrl: string): SimulatorApp {
  return {
    appId: config.officialAppId,
    kind: 'official_account',
    openPlatform: true,
    secret: config.officialAppSecret,
    originalId: 'gh_policy_official',
    name: config.officialName,
    templates: [
      {
        id: config.officialTemplateId,
        title: '惠企惠民政策提醒',
        kind: 'long_term',
        keys: cardRows(config.officialTemplateKeys),
      },
      {
        id: config.officialReviewTemplateId,
        title: '稿件审核提醒',
        kind: 'long_term',
        keys: cardRows(config.officialReviewTemplateKeys, REVIEW_TEMPLATE_LABELS),
      },
    ],
    callback: {
      url: `${localUrl}/api/v1/wechat/official-callback`,
      token: config.officialCallbackToken,
      encodingAesKey: config.officialCallbackAesKey,
      mode: config.officialCallbackAesKey ? 'safe' : 'plain',
      format: 'xml',
    },
  };
}

const cardRows = (
  keys: readonly string[],
  labels: readonly string[] = TEMPLATE_LABELS,
): SimulatorTemplate['keys'] => keys.map((key, at) => ({ key, label: labels[at] ?? key }));
