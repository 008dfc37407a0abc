import { describe, expect, it } from '@jest/globals';
import type { Answers, Subject } from './attribute.js';
import { encodeAnswers } from './encoded-answers.js';
import { holdTogether, type Holding } from './held-together.js';
import { parseAmount } from './parse-amount.js';
import { Chance } from './testing/random-rules.js';
import { workOutAmount } from './work-out-amount.js';

const TODAY = 20_261_124;

function amount(plain: object, answers: Answers, subject: Subject = 'enterprise') {
  const faults: { path: string; message: string }[] = [];
  const rule = parseAmount(plain, 'amount', subject, faults);
  if (!rule) throw new Error(JSON.stringify(faults));
  const { min, max, needs } = workOutAmount(rule, subject, encodeAnswers(subject, answers, TODAY), TODAY);
  return [min, max, needs];
}

describe('working out amounts', () => {
  it.each([
    [{ fixed: 2000 }, {}, [2000, 2000, []]],
    [{ fixed: [6000, 9000] }, {}, [6000, 9000, []]],
    [{ percent: 20, of: 'taxableIncome' }, { taxableIncome: 100 }, [200_000, 200_000, []]],
    [{ percent: 20, of: 'taxableIncome', atMost: 150_000 }, { taxableIncome: 100 }, [150_000, 150_000, []]],
    [{ percent: 20, of: 'taxableIncome', atLeast: 5_000 }, { taxableIncome: 0 }, [5_000, 5_000, []]],
    [{ percent: 20, of: 'taxableIncome' }, {}, [0, null, ['taxableIncome']]],
    [{ percent: 20, of: 'taxableIncome', atMost: 600_000 }, {}, [0, 600_000, ['taxableIncome']]],
    [{ perUnit: [6000, 9000], of: 'veteransHired' }, { veteransHired: 3 }, [18_000, 27_000, []]],
    // 0.1 + 0.2: 3 万元 of 33.3333 % is 9999.99 yuan.
    [{ percent: 33.3333, of: 'rdExpense' }, { rdExpense: 3 }, [9_999, 9_999, []]],
    [{ sum: [{ fixed: 1 }, { percent: 1, of: 'revenue' }] }, { revenue: 1.5 }, [151, 151, []]],
  ])('%j of %j', (formula, answers, expected) => {
    expect(amount({ formula }, answers)).toEqual(expected);
  });

  const step = {
    of: 'staff',
    tiers: [{ upTo: 30, amount: 100 }, { upTo: 99, amount: 200 }, { amount: 500 }],
  };
  it.each([
    [0, 100],
    [30, 100],
    [31, 200],
    [99, 200],
    [100, 500],
  ])('takes the step of %d', (staff, sum) => {
    expect(amount({ formula: step }, { staff })).toEqual([sum, sum, []]);
  });

  it('adds slices, each at its own rate', () => {
    const slices = {
      of: 'revenue',
      mode: 'slice',
      tiers: [{ upTo: 10, percent: 10 }, { upTo: 20, percent: 5 }, { percent: 1 }],
    };
    expect(amount({ formula: slices }, { revenue: 10 })).toEqual([10_000, 10_000, []]);
    expect(amount({ formula: slices }, { revenue: 15 })).toEqual([12_500, 12_500, []]);
    expect(amount({ formula: slices }, { revenue: 30 })).toEqual([16_000, 16_000, []]);
  });

  it('spans the cases that are still possible', () => {
    const cases = {
      cases: [
        { when: { attribute: 'titles', includes: 'high_tech' }, formula: { percent: 15, of: 'rdExpense' } },
        { when: { attribute: 'size', is: 'micro' }, formula: { percent: 5, of: 'rdExpense' } },
      ],
      otherwise: { percent: 25, of: 'rdExpense' },
    };
    expect(amount({ formula: cases }, { rdExpense: 100 })).toEqual([50_000, 250_000, ['titles', 'size']]);
    expect(amount({ formula: cases }, { rdExpense: 100, titles: [], size: 'micro' })).toEqual([
      50_000,
      50_000,
      [],
    ]);
    expect(amount({ formula: cases }, { rdExpense: 100, titles: ['high_tech'] })).toEqual([
      150_000,
      150_000,
      [],
    ]);
  });

  it('counts the children of an age', () => {
    const formula = { perUnit: 3600, of: 'children', ages: { atMost: 2 } };
    const children = ['2023-11-24', '2023-11-25', '2026-01-01', '2027-01-01'];
    expect(amount({ formula, per: 'year' }, { children }, 'citizen')).toEqual([7_200, 7_200, []]);
  });

  it.each([
    ['down', 1],
    ['nearest', 2],
    ['up', 2],
  ])('rounds %s to whole yuan', (rounding, sum) => {
    expect(amount({ rounding, formula: { percent: 1, of: 'revenue' } }, { revenue: 0.0155 })).toEqual([
      sum,
      sum,
      [],
    ]);
  });
});

/** All sets, one by one. */
function bruteForce(holdings: readonly Holding[]): number {
  let best = 0;
  for (let bits = 0; bits < 2 ** holdings.length; bits += 1) {
    const held = holdings.filter((_holding, place) => (bits >> place) & 1);
    const clash = held.some((one) => held.some((other) => one.excludes.includes(other.code)));
    if (!clash)
      best = Math.max(
        best,
        held.reduce((sum, { weight }) => sum + weight, 0),
      );
  }
  return best;
}

function randomHoldings(chance: Chance, size: number, density: number): Holding[] {
  const codes = Array.from({ length: size }, (_none, place) => `c${place}`);
  return codes.map((code) => ({
    code,
    weight: chance.below(100),
    excludes: codes.filter((other) => other !== code && chance.next() < density),
  }));
}

describe('holding together', () => {
  it('gives up one for several that are worth more', () => {
    const { codes, ...held } = holdTogether([
      { code: 'a', weight: 100, excludes: ['b', 'c'] },
      { code: 'b', weight: 60, excludes: [] },
      { code: 'c', weight: 60, excludes: [] },
      { code: 'd', weight: 1, excludes: ['unknown'] },
    ]);
    expect(codes.sort()).toEqual(['b', 'c', 'd']);
    expect(held).toEqual({ weight: 121, exact: true });
  });

  it('finds the best of every small group', () => {
    const chance = new Chance(11);
    for (let round = 0; round < 300; round += 1) {
      const holdings = randomHoldings(chance, 1 + chance.below(11), 0.15);
      const { weight, exact } = holdTogether(holdings);
      expect([weight, exact]).toEqual([bruteForce(holdings), true]);
    }
  });

  it('says of large groups that they were not searched completely, and holds nothing that clashes', () => {
    const holdings = randomHoldings(new Chance(3), 200, 0.05);
    const { codes, exact, weight } = holdTogether(holdings);
    expect(exact).toBe(false);
    expect(weight).toBeGreaterThan(0);
    const held = holdings.filter(({ code }) => codes.includes(code));
    expect(held.some(({ excludes }) => excludes.some((code) => codes.includes(code)))).toBe(false);
  });
});
