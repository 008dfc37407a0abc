import { describe, expect, it } from '@jest/globals';
import type { Answers, Subject } from './attribute.js';
import { encodeAnswers } from './encoded-answers.js';
import { eligibleFrom, failuresOf } from './explain.js';
import { parseCondition } from './parse-condition.js';

const TODAY = 20_261_124;

function explain(plain: object, subject: Subject, answers: Answers) {
  const condition = parseCondition(plain, 'when', { subject, sentences: null, faults: [], leaves: 0 });
  if (!condition) throw new Error('bad rule');
  const failures = failuresOf(condition, {
    subject,
    values: encodeAnswers(subject, answers, TODAY),
    today: TODAY,
  });
  return { failures, from: eligibleFrom(condition, subject, answers, failures, TODAY) };
}

const wayOf = (plain: object, subject: Subject, answers: Answers) =>
  explain({ sentence: '原文', ...plain }, subject, answers).failures[0]?.ways[0];

describe('explaining why not', () => {
  it.each([
    [{ attribute: 'staff', atLeast: 10 }, 'enterprise', { staff: 8 }, '再增加 2 人'],
    [{ attribute: 'staff', above: 10 }, 'enterprise', { staff: 10 }, '再增加 1 人'],
    [{ attribute: 'staff', atMost: 300 }, 'enterprise', { staff: 310 }, '减少 10 人'],
    [{ attribute: 'staff', below: 300 }, 'enterprise', { staff: 300 }, '减少 1 人'],
    [{ attribute: 'rdExpense', atLeast: 1500 }, 'enterprise', { rdExpense: 1200.5 }, '再增加 299.5 万元'],
    [
      { attribute: 'age', atLeast: 60 },
      'citizen',
      { birthDate: '1967-03-01' },
      '自 2027-03-01 起（满 60 岁）',
    ],
    [
      { attribute: 'foundedOn', agoAtLeast: { years: 1 } },
      'enterprise',
      { foundedOn: '2026-02-28' },
      '自 2027-02-28 起（满 1 年）',
    ],
    [{ attribute: 'titles', includes: 'high_tech' }, 'enterprise', { titles: [] }, '具备“高新技术企业”'],
    [{ attribute: 'size', in: ['micro', 'small'] }, 'enterprise', { size: 'large' }, '是“微型”、“小型”之一'],
    [{ attribute: 'dishonest', is: false }, 'enterprise', { dishonest: true }, '“严重失信”应为“否”'],
  ] as const)('%j', (plain, subject, answers, text) => {
    expect(wayOf(plain, subject, answers)).toMatchObject({ text, never: false });
  });

  it('says when nothing will help', () => {
    expect(wayOf({ attribute: 'age', atMost: 35 }, 'citizen', { birthDate: '1980-01-01' })?.never).toBe(true);
    const left = { attribute: 'graduatedOn', agoAtMost: { years: 2 } };
    expect(wayOf(left, 'citizen', { graduatedOn: '2020-07-01' })?.never).toBe(true);
  });

  it('turns negations round', () => {
    const staff = (bound: number) => ({ attribute: 'staff', atMost: bound, sentence: '原文' });
    expect(explain({ not: staff(5) }, 'enterprise', { staff: 5 }).failures[0]?.ways[0]?.text).toBe(
      '再增加 1 人',
    );
    const both = { not: { any: [staff(5), { attribute: 'foreignInvested', is: true, sentence: '外资' }] } };
    const { failures } = explain(both, 'enterprise', { staff: 5, foreignInvested: true });
    expect(failures.map(({ sentences }) => sentences)).toEqual([['原文'], ['外资']]);
  });

  it('names every failed condition of all, and the alternatives of any', () => {
    const staff = { attribute: 'staff', atLeast: 10, sentence: '人数' };
    const either = {
      any: [
        { attribute: 'revenue', atLeast: 100, sentence: '收入' },
        { attribute: 'assets', atLeast: 500, sentence: '资产' },
      ],
    };
    const { failures } = explain({ all: [staff, either] }, 'enterprise', {
      staff: 8,
      revenue: 90,
      assets: 1,
    });
    expect(failures).toEqual([
      { sentences: ['人数'], ways: [expect.objectContaining({ text: '再增加 2 人' })] },
      {
        sentences: ['收入', '资产'],
        ways: [
          expect.objectContaining({ text: '再增加 10 万元' }),
          expect.objectContaining({ text: '再增加 499 万元' }),
        ],
      },
    ]);
  });

  it('knows the day on which time alone is enough, and that it may never be', () => {
    const window = {
      all: [
        { attribute: 'age', atLeast: 60, sentence: '满60' },
        { attribute: 'hukouKind', is: 'rural', sentence: '农村' },
      ],
    };
    const born = { birthDate: '1967-03-01' };
    expect(explain(window, 'citizen', { ...born, hukouKind: 'rural' }).from).toBe('2027-03-01');
    expect(explain(window, 'citizen', { ...born, hukouKind: 'urban' }).from).toBeNull();
    expect(explain(window, 'citizen', born).from).toBeNull();
  });
});
