import { describe, expect, it } from '@jest/globals';
import type { Subject } from './attribute.js';
import { parseDay } from './calendar.js';
import { compileCondition } from './compile-condition.js';
import { encodeAnswers } from './encoded-answers.js';
import { FALSE, TRUE, UNKNOWN } from './kleene.js';
import { parseCondition } from './parse-condition.js';
import type { Condition } from './rule.js';
import { bruteForce } from './testing/brute-force.js';
import { Chance, randomAnswers, randomCondition } from './testing/random-rules.js';

const TODAY = '2026-11-24';
const today = (text = TODAY) => parseDay(text) ?? 0;
const VERDICTS = new Map([
  [true, TRUE],
  [false, FALSE],
  [null, UNKNOWN],
]);

function parsed(plain: unknown, subject: Subject): Condition {
  const faults: { path: string; message: string }[] = [];
  const condition = parseCondition(plain, 'when', { subject, sentences: null, faults, leaves: 0 });
  if (!condition) throw new Error(JSON.stringify(faults));
  return condition;
}

function verdict(plain: object, subject: Subject, answers: Record<string, never> | object, day = TODAY) {
  const values = encodeAnswers(subject, answers as Record<string, string>, today(day));
  return compileCondition(parsed(plain, subject), subject, today(day))(values);
}

describe('judging conditions', () => {
  it('agrees with an independent evaluator on 100,000 random rules and profiles', () => {
    const chance = new Chance(20_261_124);
    const seen = new Map<unknown, number>();
    for (let rule = 0; rule < 5_000; rule += 1) {
      const subject: Subject = rule % 2 === 0 ? 'enterprise' : 'citizen';
      const plain = randomCondition(chance, subject);
      const evaluate = compileCondition(parsed(plain, subject), subject, today());
      for (let profile = 0; profile < 20; profile += 1) {
        const answers = randomAnswers(chance, subject);
        const expected = bruteForce(plain, subject, answers, TODAY);
        const got = evaluate(encodeAnswers(subject, answers, today()));
        if (got !== VERDICTS.get(expected)) {
          throw new Error(`${got} instead of ${expected}: ${JSON.stringify({ plain, answers })}`);
        }
        seen.set(expected, (seen.get(expected) ?? 0) + 1);
      }
    }
    // All three verdicts occur often: the comparison is about something.
    for (const value of [true, false, null]) expect(seen.get(value)).toBeGreaterThan(10_000);
  });

  it.each([
    [{ attribute: 'age', atLeast: 25 }, { age: 24 }, FALSE],
    [{ attribute: 'age', atLeast: 25 }, { age: 25 }, TRUE],
    [{ attribute: 'age', atLeast: 25 }, { age: 26 }, TRUE],
    [{ attribute: 'age', atMost: 25 }, { age: 25 }, TRUE],
    [{ attribute: 'age', atMost: 25 }, { age: 26 }, FALSE],
    [{ attribute: 'age', above: 25 }, { age: 25 }, FALSE],
    [{ attribute: 'age', above: 25 }, { age: 26 }, TRUE],
    [{ attribute: 'age', below: 25 }, { age: 24 }, TRUE],
    [{ attribute: 'age', below: 25 }, { age: 25 }, FALSE],
    [{ attribute: 'age', equals: 25 }, { age: 24 }, FALSE],
    [{ attribute: 'age', equals: 25 }, { age: 25 }, TRUE],
    [{ attribute: 'age', equals: 25 }, { age: 26 }, FALSE],
    [{ attribute: 'age', between: [25, 26] }, { age: 24 }, FALSE],
    [{ attribute: 'age', between: [25, 26] }, { age: 25 }, TRUE],
    [{ attribute: 'age', between: [25, 26] }, { age: 26 }, TRUE],
    [{ attribute: 'age', between: [25, 26] }, { age: 27 }, FALSE],
    [{ attribute: 'age', atLeast: 25 }, { birthDate: '2001-11-24' }, TRUE],
    [{ attribute: 'age', atLeast: 25 }, { birthDate: '2001-11-25' }, FALSE],
    [{ attribute: 'age', atLeast: 25 }, {}, UNKNOWN],
    [{ attribute: 'sex', is: 'female' }, { sex: 'female' }, TRUE],
    [{ attribute: 'sex', is: 'female' }, { sex: 'male' }, FALSE],
    [{ attribute: 'education', atLeast: 'college' }, { education: 'senior' }, FALSE],
    [{ attribute: 'education', atLeast: 'college' }, { education: 'college' }, TRUE],
    [{ attribute: 'education', atMost: 'college' }, { education: 'bachelor' }, FALSE],
    [{ attribute: 'employment', in: ['farming', 'retired'] }, { employment: 'retired' }, TRUE],
    [{ attribute: 'employment', in: ['farming', 'retired'] }, { employment: 'student' }, FALSE],
    [{ attribute: 'plans', includes: 'buy_home' }, { plans: ['buy_home', 'marriage'] }, TRUE],
    [{ attribute: 'plans', includes: 'buy_home' }, { plans: [] }, FALSE],
    [{ attribute: 'plans', includesAny: ['buy_home', 'rent_home'] }, { plans: ['rent_home'] }, TRUE],
    [{ attribute: 'plans', includesAll: ['buy_home', 'rent_home'] }, { plans: ['rent_home'] }, FALSE],
    [{ attribute: 'badCredit', is: false }, { badCredit: false }, TRUE],
    [{ attribute: 'region', under: ['420800'] }, { region: '420802' }, TRUE],
    [{ attribute: 'region', under: ['420800'] }, { region: '420800' }, TRUE],
    [{ attribute: 'region', under: ['420800'] }, { region: '420900' }, FALSE],
    [{ attribute: 'region', under: ['420802'] }, { region: '420800' }, UNKNOWN],
    [{ attribute: 'region', under: ['000000'] }, { region: '110101' }, TRUE],
    [
      { attribute: 'graduatedOn', between: ['2026-01-01', '2026-11-24'] },
      { graduatedOn: '2026-11-24' },
      TRUE,
    ],
    [
      { attribute: 'graduatedOn', between: ['2026-01-01', '2026-11-24'] },
      { graduatedOn: '2026-11-25' },
      FALSE,
    ],
    [
      { attribute: 'graduatedOn', between: ['2026-01-01', '2026-11-24'] },
      { graduatedOn: '2025-12-31' },
      FALSE,
    ],
    [{ attribute: 'graduatedOn', onOrBefore: '2026-01-01' }, { graduatedOn: '2026-01-01' }, TRUE],
    [{ attribute: 'graduatedOn', onOrBefore: '2026-01-01' }, { graduatedOn: '2026-01-02' }, FALSE],
    [{ attribute: 'graduatedOn', onOrAfter: '2026-01-01' }, { graduatedOn: '2026-01-01' }, TRUE],
    [{ attribute: 'graduatedOn', onOrAfter: '2026-01-01' }, { graduatedOn: '2025-12-31' }, FALSE],
    [{ attribute: 'graduatedOn', agoAtMost: { years: 2 } }, { graduatedOn: '2024-11-24' }, TRUE],
    [{ attribute: 'graduatedOn', agoAtMost: { years: 2 } }, { graduatedOn: '2024-11-23' }, FALSE],
    [{ attribute: 'graduatedOn', agoAtMost: { years: 2 } }, { graduatedOn: '2026-11-25' }, FALSE],
    [{ attribute: 'graduatedOn', agoAtLeast: { months: 6 } }, { graduatedOn: '2026-05-24' }, TRUE],
    [{ attribute: 'graduatedOn', agoAtLeast: { months: 6 } }, { graduatedOn: '2026-05-25' }, FALSE],
    [{ attribute: 'children', someAge: { atMost: 2 } }, { children: ['2023-11-25'] }, TRUE],
    [{ attribute: 'children', someAge: { atMost: 2 } }, { children: ['2023-11-24'] }, FALSE],
    [{ attribute: 'children', someAge: { atMost: 2 } }, { children: [] }, FALSE],
  ])('%j of %j', (condition, answers, expected) => {
    expect(verdict(condition, 'citizen', answers)).toBe(expected);
  });

  it('knows whether half-known inputs decide already', () => {
    const micro = { attribute: 'size', is: 'micro' };
    const small = { attribute: 'size', in: ['micro', 'small'] };
    expect(verdict(micro, 'enterprise', { industry: '39', staff: 19 })).toBe(TRUE);
    expect(verdict(micro, 'enterprise', { industry: '39', staff: 20 })).toBe(UNKNOWN);
    expect(verdict(small, 'enterprise', { industry: '39', staff: 299 })).toBe(TRUE);
    expect(verdict(small, 'enterprise', { industry: '39', staff: 300, revenue: 2_000 })).toBe(FALSE);
    expect(verdict(small, 'enterprise', { industry: 'I', staff: 5 })).toBe(UNKNOWN);
    expect(verdict({ attribute: 'industry', under: ['651'] }, 'enterprise', { industry: '65' })).toBe(
      UNKNOWN,
    );
    expect(verdict({ attribute: 'industry', under: ['I'] }, 'enterprise', { industry: '6513' })).toBe(TRUE);
  });

  it('follows Kleene in groups', () => {
    const yes = { attribute: 'badCredit', is: false };
    const no = { attribute: 'badCredit', is: true };
    const open = { attribute: 'fundLoan', is: true };
    const of = (condition: object) => verdict(condition, 'citizen', { badCredit: false });
    expect(of({ all: [yes, open] })).toBe(UNKNOWN);
    expect(of({ all: [no, open] })).toBe(FALSE);
    expect(of({ any: [yes, open] })).toBe(TRUE);
    expect(of({ any: [no, open] })).toBe(UNKNOWN);
    expect(of({ not: open })).toBe(UNKNOWN);
    expect(of({ atLeast: 2, of: [yes, open, yes] })).toBe(TRUE);
    expect(of({ atLeast: 2, of: [yes, open, no] })).toBe(UNKNOWN);
    expect(of({ atLeast: 2, of: [no, open, no] })).toBe(FALSE);
  });
});
