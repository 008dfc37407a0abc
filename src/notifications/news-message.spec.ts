import { describe, expect, it } from '@jest/globals';
import type { ClauseRow } from '../clauses/clause-row.js';
import type { TargetView } from '../subscriptions/target.view.js';
import { newsMessage, reasonsOf, summaryMessage, titleOf } from './news-message.js';

const topic = (name: string): TargetView => ({ kind: 'topic', code: 't', name, path: '/topics/t' });

const row = (version: object): ClauseRow =>
  ({
    clause: { code: 'hrss-c02' },
    version: {
      title: '一次性创业补贴',
      benefit: '给予补贴',
      amount: null,
      applyTo: '2026-12-31',
      ...version,
    },
    department: { shortName: '市人社局' },
  }) as unknown as ClauseRow;

describe('the message about a clause', () => {
  it('names clause, department, sum and reason, and opens the clause', () => {
    const sum = { amount: { max: 5000, unit: '元', per: '人' } };
    expect(newsMessage('published', row(sum), [topic('创业')])).toEqual({
      title: '一次性创业补贴',
      department: '市人社局',
      benefit: '每人最高 5000 元',
      reason: '订阅了主题：创业',
      path: '/clauses/hrss-c02',
      page: 'pages/clause/clause?code=hrss-c02',
    });
  });

  it('says in words what the benefit is where no sum is named', () => {
    const message = newsMessage('amended', row({}), [topic('创业'), topic('就业')]);
    expect(message).toMatchObject({
      title: '有变化：一次性创业补贴',
      benefit: '给予补贴',
      reason: '创业等2个订阅',
    });
  });

  it('says when the period ends in a reminder', () => {
    expect(newsMessage('closing', row({}), []).benefit).toBe('申报截止：2026-12-31');
  });

  it('does not lead to a page that was taken away', () => {
    expect(newsMessage('withdrawn', row({}), []).path).toBe('/me/messages');
  });

  it('tells of several clauses in one message', () => {
    const messages = [
      newsMessage('published', row({}), []),
      newsMessage('published', row({ title: '乙' }), []),
    ];
    expect(summaryMessage(messages, '政策超市')).toMatchObject({
      title: '一次性创业补贴等2条政策',
      department: '市人社局',
      page: 'pages/messages/messages',
    });
  });

  it('gives every reason in the inbox', () => {
    const search: TargetView = { kind: 'search', code: null, name: '创业', path: '/search?q=创业' };
    expect(reasonsOf([topic('创业'), search])).toEqual(['你订阅了主题：创业', '你保存了搜索：创业']);
  });

  it('tells what is new from what changed', () => {
    expect(titleOf('published', '甲')).toBe('新政策：甲');
    expect(titleOf('amended', '甲')).toBe('政策有变化：甲');
  });
});
