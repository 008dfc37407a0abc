import { describe, expect, it } from '@jest/globals';
import type { ClauseRow } from '../clauses/clause-row.js';
import { newsMessage, reasonsOf, titleOf } from './news-message.js';

const KEYS = ['thing1', 'thing2', 'thing3', 'thing4'];

const row = (version: object): ClauseRow =>
  ({
    clause: { code: 'hrss-c02' },
    version: { title: '一次性创业补贴', benefit: '给予补贴', amount: null, ...version },
    department: { shortName: '市人社局' },
  }) as unknown as ClauseRow;

describe('the message about a clause', () => {
  it('names clause, department, sum and reason, and opens the clause', () => {
    expect(newsMessage(row({ amount: { max: 5000, unit: '元', per: '人' } }), ['创业'], KEYS)).toEqual({
      page: 'pages/clause/clause?code=hrss-c02',
      data: {
        thing1: '一次性创业补贴',
        thing2: '市人社局',
        thing3: '每人最高 5000 元',
        thing4: '订阅了主题：创业',
      },
    });
  });

  it('says in words what the benefit is where no sum is named, within twenty characters', () => {
    const { data } = newsMessage(row({ benefit: '长'.repeat(30) }), ['创业', '就业'], KEYS);
    expect(data.thing3).toBe(`${'长'.repeat(19)}…`);
    expect(data.thing4).toBe('订阅了创业等2个主题');
  });

  it('gives every reason in the inbox', () => {
    expect(reasonsOf(['创业', '就业'])).toEqual(['你订阅了主题：创业', '你订阅了主题：就业']);
  });

  it('tells what is new from what changed', () => {
    expect(titleOf('published', '甲')).toBe('新政策：甲');
    expect(titleOf('amended', '甲')).toBe('政策有变化：甲');
  });
});
