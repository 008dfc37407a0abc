/** A message template of an app, as its administrator has picked it. */
export interface SimulatorTemplate {
  id: string;
  /** Heading of the card, such as 业务办理提醒. */
  title: string;
  /** `one_time`: one message for each consent; `long_term`: any number after one consent. */
  kind: 'one_time' | 'long_term';
  /** Rows of the card in order; a key is a value type and a number, such as `thing1`. */
  keys: readonly { key: string; label: string }[];
}

/** Where an app's events are pushed, and how. */
export interface SimulatorCallback {
  url: string;
  token: string;
  /** 43 characters; needed in safe mode. */
  encodingAesKey?: string;
  mode: 'plain' | 'safe';
  format: 'json' | 'xml';
}

/** A mini program or an official account that the simulator plays WeChat for. */
export interface SimulatorApp {
  appId: string;
  /** A mini program by default. Official accounts get their events in XML only. */
  kind?: 'mini_program' | 'official_account';
  /** Whether it belongs to an open-platform account, so that people have a unionid; false by default. */
  openPlatform?: boolean;
  secret: string;
  /** Original id of the account, `gh_…`. */
  originalId: string;
  /** Name on cards and consent requests; the appid by default. */
  name?: string;
  templates: readonly SimulatorTemplate[];
  callback?: SimulatorCallback;
}

/** How to set up a simulator. */
export interface SimulatorOptions {
  /** SQLite file that keeps phones, messages and undelivered events over restarts, or `:memory:`. */
  dataFile: string;
  apps: readonly SimulatorApp[];
  /** 127.0.0.1 by default: anybody who reaches the simulator can read its phones. */
  host?: string;
  /** 0, the default, takes a free one. */
  port?: number;
  /** Milliseconds that every call of WeChat's API takes at least; 0 by default. */
  latencyMs?: number;
  /** Origins, such as `http://127.0.0.1:3000`, that log-in and consent may lead back to; none by default. */
  returnTo?: readonly string[];
  /** Web address of a mini-program page path, for the link on a card; without it cards have no link. */
  pageUrl?: (page: string) => string;
  /** Waits before the three repetitions of a push, in milliseconds; 2, 10 and 30 seconds by default. */
  callbackRetryDelaysMs?: readonly [number, number, number];
  /** Milliseconds a receiver has to answer a push; 5000 by default, as WeChat. */
  callbackTimeoutMs?: number;
  /** Messages each mini program may send a day; 10,000,000 by default, as WeChat without payments. */
  dailySendQuota?: number;
  /** Template messages each official account may send a day; 100,000 by default, as a small one. */
  dailyTemplateQuota?: number;
  /** Milliseconds since 1970; the system clock by default. */
  now?: () => number;
}

/** A running simulator. */
export interface Simulator {
  /** Starts to listen and to push events left over from before; returns the address. */
  listen(): Promise<string>;
  /** Stops; undelivered events stay in the data file. */
  close(): Promise<void>;
  /** `http://host:port`. @throws Error before `listen` */
  readonly url: string;
  /** Resolves once no event waits to be pushed: each was delivered or given up. */
  settled(): Promise<void>;
}
