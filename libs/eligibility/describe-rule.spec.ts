import { describe, expect, it } from '@jest/globals';
import { describeRule } from './describe-rule.js';

const areaName = (code: string): string | null => (code === '420800' ? '荆门市' : null);
const lines = (plain: unknown): string[] => describeRule(plain, areaName);
const part = (when: unknown, amount?: unknown): unknown => ({ vocabulary: 1, enterprise: { when, amount } });

describe('a rule in plain Chinese', () => {
  it('has a line for each condition, as deep as it stands, with its sentence', () => {
    const when = {
      all: [
        { attribute: 'staff', atMost: 300, sentence: '不超过300人' },
        {
          any: [
            { attribute: 'region', under: ['420800', '429999'] },
            { attribute: 'size', in: ['micro', 'small'] },
          ],
        },
        { not: { attribute: 'dishonest', is: true } },
        { atLeast: 1, of: [{ attribute: 'foundedOn', agoAtMost: { years: 3 } }] },
      ],
    };
    expect(lines(part(when))).toEqual([
      '企业',
      '　全部满足：',
      '　　从业人数：不超过 300 人（原文“不超过300人”）',
      '　　满足任意一项：',
      '　　　登记地：荆门市、429999',
      '　　　企业规模：“微型”、“小型”之一',
      '　　不能是：',
      '　　　严重失信：是',
      '　　至少满足 1 项：',
      '　　　成立日期：不超过 3 年',
    ]);
  });

  it.each([
    [{ formula: { fixed: [1000, 20_000] } }, '　　1000 元 到 2 万元（一次）'],
    [
      {
        per: 'year',
        counts: false,
        note: '抵税',
        formula: { percent: 20, of: 'taxableIncome', atMost: 5000 },
      },
      '　　上年应纳税所得额的 20%，最高 5000 元（每年，不计入合计，说明“抵税”）',
    ],
    [{ per: 'month', formula: { perUnit: 100, of: 'staff' } }, '　　从业人数，每人 100 元（每月）'],
  ])('says what it gives: %j', (amount, text) => {
    expect(lines(part({ attribute: 'dishonest', is: false }, amount))).toEqual([
      '企业',
      '　严重失信：否',
      '　金额：',
      text,
    ]);
  });

  it('says tiers, cases and sums step by step', () => {
    const tiers = { tiers: [{ upTo: 10, amount: 1000 }, { percent: 5 }], of: 'staff' };
    const cases = {
      cases: [{ when: { attribute: 'dishonest', is: true }, formula: { fixed: 0 } }],
      otherwise: tiers,
    };
    const told = lines(part({ attribute: 'dishonest', is: false }, { formula: { sum: [cases] } }));
    expect(told.slice(3).map((line) => line.trim())).toEqual([
      '下列各项相加（一次）',
      '按情形',
      '如果 严重失信：是',
      '0 元',
      '其他情形',
      '按从业人数分档',
      '到 10 人：1000 元',
      '再往上：5%',
    ]);
  });

  it('names what cannot be held together', () => {
    const plain = { vocabulary: 1, citizen: {}, excludes: [{ clause: 'tax-c11', sentence: '不重复享受' }] };
    expect(lines(plain)).toEqual([
      '群众',
      '　（还没有填完）',
      '不能同时享受',
      '　tax-c11（原文“不重复享受”）',
    ]);
  });

  it.each([[{ attribute: 'x' }], [{ attribute: 'staff', atMost: '三' }], [{ all: 3 }], [null], ['x'], [{}]])(
    'shows what is wrong or unfinished without failing: %j',
    (when) => {
      expect(lines(part(when)).length).toBeGreaterThan(1);
    },
  );

  it('shows nothing where there is nothing, and says so where nothing can be read', () => {
    expect(lines(null)).toEqual([]);
    expect(lines('text')).toEqual(['（不是能读懂的规则）']);
  });
});
