import { describe, expect, it } from '@jest/globals';
import { smsText } from './sms-text.js';

const message = {
  title: '返乡创业一次性奖补',
  department: '人社局',
  benefit: '每人最高 5000 元',
  reason: '订阅了主题：创业',
  path: '/clauses/hrss-c02',
  page: 'pages/clause/clause?code=hrss-c02',
};

describe('a text message', () => {
  it('says who tells what, where to read it and how to end it', () => {
    expect(smsText(message, '政策超市', 'https://zc.cn')).toBe(
      '【政策超市】返乡创业一次性奖补（人社局）https://zc.cn/clauses/hrss-c02 在“我的订阅”可关闭短信',
    );
  });

  it('cuts the title, never the address', () => {
    const text = smsText({ ...message, title: '很长的标题'.repeat(20) }, '政策超市', 'https://zc.cn');
    expect(text).toContain('…（人社局）https://zc.cn/clauses/hrss-c02');
    expect(text.length).toBeLessThanOrEqual(70);
  });
});
