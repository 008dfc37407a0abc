import { describe, expect, it } from '@jest/globals';
import { parseRule } from './parse-rule.js';

const SENTENCES = ['在本市注册的小微企业', '从业人数不超过300人，资产总额不超过5000万元', '没有严重失信'];
const TODAY = 20_261_124;

const leaf = (rest: object) => ({ sentence: '小微企业', ...rest });
const rule = (when: unknown, rest: object = {}) => ({ vocabulary: 1, enterprise: { when, ...rest } });
const faultsOf = (plain: unknown) => parseRule(plain, SENTENCES, TODAY).faults;
const placesOf = (plain: unknown) => faultsOf(plain).map(({ path }) => path);
const staff = (rest: object) => leaf({ attribute: 'staff', ...rest });

describe('checking rules at entry', () => {
  it('takes a right one', () => {
    const plain = rule({
      all: [
        leaf({ attribute: 'size', in: ['micro', 'small'] }),
        { any: [staff({ atMost: 300 }), { not: leaf({ attribute: 'dishonest', is: true }) }] },
        { atLeast: 1, of: [staff({ between: [1, 300] }), leaf({ attribute: 'region', under: ['420800'] })] },
      ],
    });
    expect(faultsOf(plain)).toEqual([]);
    expect(parseRule(plain, SENTENCES, TODAY).rule?.parts.enterprise?.when.kind).toBe('all');
  });

  it.each([
    ['unknown attribute', leaf({ attribute: 'stuff', atMost: 3 }), 'enterprise.when.attribute', 'staff'],
    ['attribute of citizens', leaf({ attribute: 'sex', is: 'male' }), 'enterprise.when.attribute', '不属于'],
    ['unknown operator', staff({ like: 3 }), 'enterprise.when.like', 'atMost'],
    ['operator of another type', staff({ under: ['65'] }), 'enterprise.when.under', 'atMost'],
    ['no operator', staff({}), 'enterprise.when', '一种比较'],
    ['two operators', staff({ atLeast: 1, atMost: 2 }), 'enterprise.when', '一种比较'],
    ['text for a number', staff({ atMost: '300' }), 'enterprise.when.atMost', '整数'],
    ['fraction for a whole number', staff({ atMost: 3.5 }), 'enterprise.when.atMost', '整数'],
    ['out of range', staff({ atMost: -1 }), 'enterprise.when.atMost', '0'],
    ['ends the wrong way round', staff({ between: [3, 1] }), 'enterprise.when.between', '最小'],
    ['unknown option', leaf({ attribute: 'size', is: 'tiny' }), 'enterprise.when.is', 'micro'],
    [
      'order where there is none',
      leaf({ attribute: 'vatKind', atLeast: 'general' }),
      'enterprise.when.atLeast',
      'is',
    ],
    ['unknown branch', leaf({ attribute: 'industry', under: ['9999'] }), 'enterprise.when.under', '9999'],
    ['no area code', leaf({ attribute: 'region', under: ['荆门'] }), 'enterprise.when.under', '行政区划'],
    [
      'no such day',
      leaf({ attribute: 'foundedOn', onOrAfter: '2026-02-30' }),
      'enterprise.when.onOrAfter',
      '日期',
    ],
    [
      'period in days',
      leaf({ attribute: 'foundedOn', agoAtLeast: { days: 3 } }),
      'enterprise.when.agoAtLeast',
      'years',
    ],
    ['empty group', { all: [] }, 'enterprise.when.all', '至少一个'],
    [
      'two groups',
      { all: [staff({ atMost: 3 })], any: [staff({ atMost: 3 })] },
      'enterprise.when',
      '其中一个',
    ],
    ['too many of few', { atLeast: 2, of: [staff({ atMost: 3 })] }, 'enterprise.when.atLeast', '1 到 1'],
    ['a list', [staff({ atMost: 3 })], 'enterprise.when', 'JSON'],
    [
      'sentence that is not there',
      { attribute: 'staff', atMost: 3, sentence: '不超过三百人' },
      'enterprise.when.sentence',
      '照原文',
    ],
    ['no sentence', { attribute: 'staff', atMost: 3 }, 'enterprise.when.sentence', '哪句话'],
  ])('refuses: %s', (_name, when, place, words) => {
    const [fault, ...others] = faultsOf(rule(when));
    expect(others).toEqual([]);
    expect(fault?.path).toBe(place);
    expect(fault?.message).toContain(words);
  });

  it('names the place deep inside, and every fault at once', () => {
    const plain = rule({
      all: [staff({ atMost: 3 }), { any: [staff({ atMost: 'x' }), { not: leaf({ attribute: 'no' }) }] }],
    });
    expect(placesOf(plain)).toEqual([
      'enterprise.when.all[1].any[0].atMost',
      'enterprise.when.all[1].any[1].not.attribute',
    ]);
  });

  it.each([
    ['numbers', [staff({ atLeast: 10 }), staff({ below: 10 })]],
    ['options', [leaf({ attribute: 'size', is: 'micro' }), leaf({ attribute: 'size', atLeast: 'small' })]],
    [
      'sets',
      [
        leaf({ attribute: 'titles', includesAll: ['high_tech', 'little_giant'] }),
        { not: leaf({ attribute: 'titles', includes: 'high_tech' }) },
      ],
    ],
    [
      'places',
      [leaf({ attribute: 'region', under: ['420800'] }), leaf({ attribute: 'region', under: ['420100'] })],
    ],
    [
      'branches',
      [
        leaf({ attribute: 'industry', under: ['6511'] }),
        { not: leaf({ attribute: 'industry', under: ['65'] }) },
      ],
    ],
    [
      'days',
      [
        leaf({ attribute: 'foundedOn', onOrAfter: '2026-01-01' }),
        leaf({ attribute: 'foundedOn', onOrBefore: '2025-12-31' }),
      ],
    ],
    [
      'periods',
      [
        leaf({ attribute: 'foundedOn', agoAtLeast: { years: 3 } }),
        leaf({ attribute: 'foundedOn', agoAtMost: { months: 35 } }),
      ],
    ],
    ['negations', [staff({ atMost: 10 }), { not: { any: [staff({ atMost: 5 }), staff({ above: 5 })] } }]],
    [
      'counts',
      [
        staff({ atMost: 10 }),
        { atLeast: 2, of: [staff({ above: 10 }), staff({ above: 11 }), staff({ above: 12 })] },
      ],
    ],
  ])('refuses contradictory %s', (_name, parts) => {
    expect(faultsOf(rule({ all: parts }))).toContainEqual(
      expect.objectContaining({ message: expect.stringContaining('矛盾') }),
    );
  });

  it('names the branch that is dead, and leaves what may be true', () => {
    const dead = { all: [staff({ atLeast: 10 }), staff({ atMost: 9 })] };
    expect(placesOf(rule({ any: [staff({ atMost: 3 }), dead] }))).toEqual(['enterprise.when.any[1]']);
    expect(faultsOf(rule({ all: [staff({ atLeast: 10 }), staff({ atMost: 10 })] }))).toEqual([]);
    const later = [
      leaf({ attribute: 'foundedOn', onOrAfter: '2026-11-01' }),
      leaf({ attribute: 'foundedOn', agoAtLeast: { years: 1 } }),
    ];
    expect(faultsOf(rule({ all: later }))).toEqual([]);
    const nested = { not: { all: [staff({ atLeast: 0 }), staff({ atMost: 5 })] } };
    expect(faultsOf(rule(nested))).toEqual([]);
  });

  it.each([10_000, 200_000])('refuses a tree %d deep with the place, and goes on', (depth) => {
    let deep: object = staff({ atMost: 3 });
    for (let level = 0; level < depth; level += 1) deep = { not: deep };
    const [fault] = faultsOf(rule(deep));
    expect(fault?.path).toMatch(/^enterprise\.when(\.not){10,60}$/);
    let lists: object = staff({ atMost: 3 });
    for (let level = 0; level < depth; level += 1) lists = { all: [lists] };
    expect(faultsOf(rule(lists))[0]?.message).toContain('嵌套太深');
  });

  it('refuses more than twelve groups within each other, and more than 200 leaves', () => {
    let deep: object = staff({ atMost: 3 });
    for (let level = 0; level < 13; level += 1) deep = { not: deep };
    expect(faultsOf(rule(deep))[0]?.message).toContain('12');
    const many = Array.from({ length: 201 }, () => staff({ atMost: 3 }));
    expect(placesOf(rule({ all: many }))).toEqual(['enterprise.when.all[200]']);
  });

  it.each([
    [{ formula: { percent: 10, of: 'staff' } }, 'enterprise.amount.formula.of'],
    [{ formula: { percent: 10, of: 'revenue' }, per: 'week' }, 'enterprise.amount.per'],
    [{ formula: { fixed: [3, 1] } }, 'enterprise.amount.formula.fixed'],
    [{ formula: { fixed: 3, percent: 3 } }, 'enterprise.amount.formula'],
    [
      {
        formula: {
          tiers: [
            { upTo: 3, amount: 1 },
            { upTo: 2, amount: 1 },
          ],
          of: 'staff',
        },
      },
      'enterprise.amount.formula.tiers',
    ],
    [
      { formula: { cases: [{ when: { attribute: 'x', is: 1 }, formula: { fixed: 1 } }] } },
      'enterprise.amount.formula.cases[0].when.attribute',
    ],
    [{ formula: { fixed: 3, atLeast: 5, atMost: 4 } }, 'enterprise.amount.formula.atLeast'],
  ])('refuses the amount %j', (amount, place) => {
    expect(placesOf(rule(staff({ atMost: 3 }), { amount }))).toEqual([place]);
  });

  it('refuses fields, versions and exclusions that it does not know', () => {
    const right = staff({ atMost: 3 });
    expect(placesOf({ ...rule(right), vocabulary: 2 })).toEqual(['vocabulary']);
    expect(placesOf({ ...rule(right), more: 1 })).toEqual(['more']);
    expect(placesOf(rule(right, { then: 1 }))).toEqual(['enterprise.then']);
    expect(placesOf({ vocabulary: 1 })).toEqual(['']);
    expect(placesOf({ ...rule(right), excludes: [{ clause: 'a b' }] })).toEqual(['excludes[0].clause']);
    expect(placesOf({ ...rule(right), excludes: [{ clause: 'a', sentence: '别的话' }] })).toEqual([
      'excludes[0].sentence',
    ]);
    expect(placesOf('x')).toEqual(['']);
  });
});
