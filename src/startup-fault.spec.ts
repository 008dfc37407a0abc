import { describe, expect, it } from '@jest/globals';
import { AppConfig } from './config/app-config.js';
import { startupFault } from './startup-fault.js';

const faultOf = (error: unknown): string => startupFault(error, new AppConfig());
const withCode = (code: string, more: object = {}): Error =>
  Object.assign(new Error(code), { code, ...more });

describe('startupFault', () => {
  it('names the port that is taken and the setting that changes it', () => {
    expect(faultOf(withCode('EADDRINUSE', { port: 3080 }))).toMatch(/3080.*设置 PORT /);
    expect(faultOf(withCode('EADDRINUSE', { port: 3081 }))).toMatch(/3081.*设置 SIMULATOR_PORT /);
  });

  it.each([
    ['EROFS', 'DATA_DIR'],
    ['SQLITE_READONLY', 'DATA_DIR'],
    ['SQLITE_NOTADB', '备份'],
    ['ETIMEDOUT', 'DATABASE_URL'],
    ['ER_ACCESS_DENIED_ERROR', '密码'],
    ['ER_BAD_DB_ERROR', '建库'],
  ])('knows what to do about %s', (code, advice) => {
    expect(faultOf(withCode(code))).toContain(advice);
  });

  it('finds the reason inside another error', () => {
    expect(faultOf(new Error('outer', { cause: withCode('ENOTFOUND') }))).toContain('连不上数据库');
  });

  it('keeps anything else to one line', () => {
    expect(faultOf(new Error('first\nsecond'))).toMatch(/^启动失败：first（.*LOG_LEVEL=debug.*）$/);
    expect(faultOf('text')).toContain('原因不明');
  });
});
