import { InMemoryAccessTokenStore, WeChatClient, WeChatError } from '#libs/wechat';
import { createSimulator } from '../create-simulator.js';
import type { Simulator, SimulatorApp, SimulatorCallback, SimulatorOptions } from '../simulator-options.js';

export const APP_ID = 'wxb11529c136998cb6';
export const SECRET = 'the-secret-of-the-app';
export const SITE = 'http://127.0.0.1:3999';
/** One message for each consent. */
export const ONCE = 'VRR0UEO9VJOLs0MHlU0OilqX6MVFDwH3_3gz3Oc0NIc';
/** Any number of messages. */
export const ALWAYS = 'BEwX0BO-T3MqK3Uc5oTU3CGBqzjpndk2jzUf7VfExd8';
/** An official account of the same open-platform account, and its template. */
export const OFFICIAL_ID = 'wx2c2769f8efd9abc2';
export const OFFICIAL_TEMPLATE = 'ngqIpbwh8bUfcSsECmogfXcV14J0tQlEpBO27izEYtY';
/** Good values for all templates. */
export const DATA = { thing1: '创业担保贷款', phrase2: '可以申请', date3: '2026年12月31日' };

const KEYS = [
  { key: 'thing1', label: '政策名称' },
  { key: 'phrase2', label: '状态' },
  { key: 'date3', label: '截止日期' },
];

/** Options of a simulator with one app and two templates, in memory unless told otherwise. */
export function optionsWith(
  options: Partial<SimulatorOptions> = {},
  callback?: SimulatorCallback,
): SimulatorOptions {
  return {
    dataFile: ':memory:',
    returnTo: [SITE],
    pageUrl: (page) => `${SITE}/open?page=${encodeURIComponent(page)}`,
    callbackRetryDelaysMs: [1, 1, 1],
    ...options,
    apps: [
      {
        appId: APP_ID,
        secret: SECRET,
        originalId: 'gh_123456789abc',
        name: '测试应用',
        templates: [
          { id: ONCE, title: '新政策提醒', kind: 'one_time', keys: KEYS },
          { id: ALWAYS, title: '办理进度通知', kind: 'long_term', keys: KEYS },
        ],
        callback,
      },
    ],
  };
}

/** The same with an official account beside, whose events go to `callback`. */
export function optionsWithOfficial(
  options: Partial<SimulatorOptions> = {},
  callback?: SimulatorCallback,
): SimulatorOptions {
  const base = optionsWith(options);
  const official: SimulatorApp = {
    appId: OFFICIAL_ID,
    kind: 'official_account',
    openPlatform: true,
    secret: SECRET,
    originalId: 'gh_7f083739789a',
    name: '测试公众号',
    templates: [{ id: OFFICIAL_TEMPLATE, title: '政策提醒', kind: 'long_term', keys: KEYS }],
    callback,
  };
  return { ...base, apps: [...base.apps.map((app) => ({ ...app, openPlatform: true })), official] };
}

/** A running simulator with a client and short ways to its control API. */
export class Fixture {
  private constructor(
    readonly simulator: Simulator,
    readonly client: WeChatClient,
  ) {}

  /** Starts a simulator. @param timeoutMs of the client's calls */
  static async start(options = optionsWith(), timeoutMs = 5000): Promise<Fixture> {
    const simulator = createSimulator(options);
    await simulator.listen();
    return new Fixture(simulator, newClient(simulator.url, timeoutMs));
  }

  async stop(): Promise<void> {
    await this.client.close();
    await this.simulator.close();
  }

  /** The openid of 小张. */
  async openid(): Promise<string> {
    const { items } = await this.control<{ items: { openid: string }[] }>(`/_sim/users?appId=${APP_ID}`);
    return items[0]?.openid ?? '';
  }

  /** Lets a person accept a template; returns their openid. */
  async accept(templateId = ONCE): Promise<string> {
    const openid = await this.openid();
    await this.control('/_sim/consents', { openid, templateIds: [templateId], answer: 'accept' });
    return openid;
  }

  /** Sends good values. */
  send(openId: string, templateId = ONCE) {
    return this.client.sendSubscribeMessage({ openId, templateId, data: DATA, page: 'pages/x/index?code=1' });
  }

  /** How many messages are on all phones. */
  async messageCount(): Promise<number> {
    return (await this.control<{ total: number }>('/_sim/messages')).total;
  }

  /** Calls the control API: GET, or POST when there is a body. @throws Error when refused */
  async control<T>(path: string, body?: unknown): Promise<T> {
    const response = await fetch(this.simulator.url + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: HTTP ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }
}

/** Another client of the test app. */
export function newClient(
  baseUrl: string,
  timeoutMs = 5000,
  tokens = new InMemoryAccessTokenStore(),
  appId = APP_ID,
) {
  return new WeChatClient({ baseUrl, appId, secret: SECRET, tokens, timeoutMs });
}

/** The error that a call ends with. */
export async function failureOf(call: Promise<unknown>): Promise<WeChatError> {
  try {
    await call;
  } catch (error) {
    if (error instanceof WeChatError) return error;
    throw error;
  }
  throw new Error('the call succeeded');
}
