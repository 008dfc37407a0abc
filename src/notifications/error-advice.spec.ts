import { describe, expect, it } from '@jest/globals';
import { ERROR_CODES } from '#libs/wechat';
import { adviceFor } from './error-advice.js';

describe('adviceFor', () => {
  it('says in Chinese what to do about every known errcode', () => {
    const codes = Object.values(ERROR_CODES).flatMap((group) => Object.keys(group).map(Number));
    expect(codes.length).toBeGreaterThan(60);
    expect(codes.filter((code) => !/[一-龥]{6}/.test(adviceFor(code)))).toEqual([]);
  });

  it('tells apart what somebody must do from what heals by itself', () => {
    expect(adviceFor(40125)).toContain('WECHAT_APP_SECRET');
    expect(adviceFor(45011)).toContain('不用处理');
    expect(adviceFor(40002)).toContain('改正设置');
    expect(adviceFor(9_999_999)).toContain('自动重试');
  });
});
