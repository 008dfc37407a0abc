import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { validateSync } from 'class-validator';
import { AppConfig } from './app-config.js';
import { ConfigError } from './config.errors.js';

const NUMBERS = new Set<keyof AppConfig>([
  'port',
  'trustedProxies',
  'databasePoolSize',
  'rateLimitPerMinute',
  'importMaxBytes',
  'attachmentMaxBytes',
  'searchThreads',
  'sessionDays',
  'invitationHours',
  'simulatorPort',
  'wechatTimeoutMs',
  'workRetentionDays',
  'sendRatePerSecond',
  'sendDailyCap',
  'profileRetentionDays',
]);
const LISTS = new Set<keyof AppConfig>([
  'officialReviewTemplateKeys',
  'officialTemplateKeys',
  'profileKeys',
  'wechatTemplateKeys',
]);
const SWITCHES = new Set<keyof AppConfig>(['demoCatalogue', 'worker']);

/** Setting name → environment variable: `wechatAppId` → `WECHAT_APP_ID`. */
export function variableName(setting: string): string {
  if (setting === 'environment') return 'NODE_ENV';
  return setting.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

function parse(setting: keyof AppConfig, raw: string): unknown {
  if (NUMBERS.has(setting)) return /^\d+$/.test(raw) ? Number(raw) : Number.NaN;
  if (SWITCHES.has(setting)) return raw === 'on' ? true : raw === 'off' ? false : raw;
  if (LISTS.has(setting)) return raw.split(',').map((item) => item.trim());
  return raw;
}

const SETTINGS: (keyof AppConfig)[] = [
  ...(Object.keys(new AppConfig()) as (keyof AppConfig)[]),
  'publicUrl',
  'databaseUrl',
  'redisUrl',
  'metricsToken',
  'enterpriseDataFile',
  'auditKey',
  'attachmentsDir',
  'secretsKey',
  'auditCheckpointFile',
  'simulatorUrl',
  'officialCallbackAesKey',
  'wechatCallbackAesKey',
];

const NEEDED_LIVE = [
  'wechatAppId',
  'wechatAppSecret',
  'wechatTemplateId',
  'wechatCallbackToken',
  'publicUrl',
] as const;
const NEEDED_OFFICIAL = [
  'officialName',
  'officialAppId',
  'officialAppSecret',
  'officialTemplateId',
  'officialCallbackToken',
] as const;

/** What a live city must set itself: the defaults are those of the simulator. */
function faultsOfLiveMode(config: AppConfig, env: NodeJS.ProcessEnv): string[] {
  if (config.wechatMode !== 'live') return [];
  const missing = (settings: readonly (keyof AppConfig)[], when: string): string[] =>
    settings
      .map(variableName)
      .filter((name) => !env[name])
      .map((name) => `${name}：${when} 时必须填写`);
  return [
    ...missing(NEEDED_LIVE, 'WECHAT_MODE=live'),
    ...(config.officialOn ? missing(NEEDED_OFFICIAL, 'OFFICIAL_ACCOUNT=on') : []),
    ...(config.smsOn ? missing(['phoneKey'], '发送短信') : []),
    // People would count as told, and nobody would be.
    ...(config.smsDriver === 'log' ? ['SMS_DRIVER：log 只写日志，WECHAT_MODE=live 时不能用'] : []),
  ];
}

/** A key beside the database would protect nothing, and other processes would not have it. */
const faultsOfSecondFactor = (config: AppConfig): string[] =>
  config.environment === 'production' && config.secondFactor !== 'off' && !config.secretsKey
    ? ['SECRETS_KEY：生产环境启用 SECOND_FACTOR 时必须填写']
    : [];

/** A queue in Redis needs to know which Redis. */
const faultsOfQueue = (config: AppConfig): string[] =>
  config.jobQueue === 'bullmq' && !config.redisUrl ? ['REDIS_URL：JOB_QUEUE=bullmq 时必须填写'] : [];

/**
 * Reads the settings from the environment.
 * @throws ConfigError naming every wrong setting at once, without its value: values may be secrets.
 */
export function readConfig(env: NodeJS.ProcessEnv): AppConfig {
  const config = new AppConfig();
  for (const setting of SETTINGS) {
    const raw = env[variableName(setting)];
    if (raw !== undefined && raw !== '') Object.assign(config, { [setting]: parse(setting, raw) });
  }
  if (env.NODE_ENV === 'production' && !env.DEMO_CATALOGUE) config.demoCatalogue = false;
  const wrong = validateSync(config, { forbidUnknownValues: true }).map(
    (error) => `${variableName(error.property)}：值不符合要求（见 .env.example）`,
  );
  const faults = [
    ...wrong,
    ...faultsOfLiveMode(config, env),
    ...faultsOfQueue(config),
    ...faultsOfSecondFactor(config),
  ];
  if (faults.length > 0) throw new ConfigError(faults);
  return config;
}

/** Reads `.env` where there is one, then the environment, which wins. */
export function loadConfig(): AppConfig {
  if (existsSync('.env')) loadEnvFile('.env');
  return readConfig(process.env);
}
