import { describe, expect, it } from '@jest/globals';
import { ConfigError } from './config.errors.js';
import { readConfig, variableName } from './load-config.js';

describe('readConfig', () => {
  it('needs no setting at all', () => {
    expect(readConfig({})).toMatchObject({ port: 3080, wechatMode: 'simulator', demoCatalogue: true });
  });

  it('names every fault at once and prints no value', () => {
    const read = () => readConfig({ PORT: 'hunter2', METRICS_TOKEN: 'short', DATABASE_URL: 'postgres://x' });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(/PORT.*DATABASE_URL|DATABASE_URL.*PORT/);
    expect(read).not.toThrow(/hunter2|short|postgres/);
  });

  it('does not go live on the keys of the simulator', () => {
    expect(() => readConfig({ WECHAT_MODE: 'live' })).toThrow(/WECHAT_APP_SECRET/);
  });

  it('does not count text messages as sent that only stand in the log, nor go on without a key', () => {
    const live = {
      WECHAT_MODE: 'live',
      WECHAT_APP_ID: 'wx1111111111111111',
      WECHAT_APP_SECRET: 'secret-secret',
      WECHAT_TEMPLATE_ID: 'template-1',
      WECHAT_CALLBACK_TOKEN: 'token1',
      PUBLIC_URL: 'https://zc.example',
    };
    expect(readConfig(live)).toMatchObject({ officialOn: false, smsOn: false });
    expect(() => readConfig({ ...live, SMS_DRIVER: 'log' })).toThrow(/PHONE_KEY.*SMS_DRIVER/);
    expect(() => readConfig({ ...live, OFFICIAL_ACCOUNT: 'on' })).toThrow(/OFFICIAL_APP_SECRET/);
  });

  it('leaves the demonstration catalogue out in production unless told', () => {
    expect(readConfig({ NODE_ENV: 'production' }).demoCatalogue).toBe(false);
    expect(readConfig({ NODE_ENV: 'production', DEMO_CATALOGUE: 'on' }).demoCatalogue).toBe(true);
  });

  it('writes settings as environment variables', () => {
    expect(variableName('wechatAppId')).toBe('WECHAT_APP_ID');
  });
});
