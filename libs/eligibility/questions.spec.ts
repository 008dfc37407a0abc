import { describe, expect, it } from '@jest/globals';
import type { Answers, Subject } from './attribute.js';
import { compileCondition } from './compile-condition.js';
import { leavesOf } from './condition-leaves.js';
import { encodeAnswers } from './encoded-answers.js';
import { UNKNOWN } from './kleene.js';
import { parseCondition } from './parse-condition.js';
import { fewestQuestions } from './questions.js';
import { Chance, randomAnswer, randomAnswers, randomCondition } from './testing/random-rules.js';
import { attributesOf, findAttribute } from './vocabulary.js';

const TODAY = 20_261_124;

function conditionOf(plain: object, subject: Subject) {
  const condition = parseCondition(plain, 'when', { subject, sentences: null, faults: [], leaves: 0 });
  if (!condition) throw new Error('bad rule');
  return condition;
}

const ask = (plain: object, subject: Subject, answers: Answers): string[] =>
  fewestQuestions(conditionOf(plain, subject), subject, encodeAnswers(subject, answers, TODAY), TODAY);

describe('the fewest questions', () => {
  const credit = { attribute: 'badCredit', is: false };
  const loan = { attribute: 'fundLoan', is: false };
  const skill = { attribute: 'skill', in: ['junior', 'intermediate', 'senior'] };
  const sex = { attribute: 'sex', is: 'female' };

  it('asks nothing that is settled or cannot matter', () => {
    expect(ask({ all: [credit, loan] }, 'citizen', { badCredit: true })).toEqual([]);
    expect(ask({ any: [credit, loan] }, 'citizen', { badCredit: false })).toEqual([]);
    expect(ask({ all: [credit, { any: [loan, sex] }] }, 'citizen', { sex: 'female' })).toEqual(['badCredit']);
  });

  it('leaves out what another answer makes idle', () => {
    const either = { any: [{ all: [skill, credit] }, { all: [skill, loan] }] };
    expect(ask(either, 'citizen', { skill: 'none' })).toEqual([]);
    const idle = { any: [credit, { all: [{ not: credit }, credit, loan] }] };
    expect(ask(idle, 'citizen', {})).toEqual(['badCredit']);
  });

  it('begins with the one most of whose answers settle it', () => {
    // Seven of eight answers to the first settle it, one of two to the second.
    const retired = { attribute: 'employment', is: 'retired' };
    expect(ask({ all: [credit, retired] }, 'citizen', {})).toEqual(['employment', 'badCredit']);
    expect(ask({ any: [sex, { not: retired }] }, 'citizen', {})).toEqual(['employment', 'sex']);
    expect(ask({ any: [sex, { not: { ...retired, is: 'employed' } }, loan] }, 'citizen', {})[0]).toBe(
      'employment',
    );
  });

  it('asks for what a value is worked out from, and no more than its row of the table needs', () => {
    const small = { attribute: 'size', in: ['micro', 'small'] };
    expect(ask(small, 'enterprise', {})).toEqual(['industry', 'staff', 'revenue']);
    expect(ask(small, 'enterprise', { industry: '39' })).toEqual(['staff', 'revenue']);
    expect(ask(small, 'enterprise', { industry: '01' })).toEqual(['revenue']);
    expect(ask(small, 'enterprise', { industry: '73' })).toEqual(['staff']);
    expect(ask(small, 'enterprise', { industry: '39', staff: 299 })).toEqual([]);
    expect(ask(small, 'enterprise', { industry: 'J' })).toEqual(['size']);
  });

  it('settles random rules whatever is answered, and not with one question less', () => {
    const chance = new Chance(7);
    let open = 0;
    for (let round = 0; round < 1_500; round += 1) {
      const subject: Subject = round % 2 ? 'citizen' : 'enterprise';
      const condition = conditionOf(randomCondition(chance, subject, 2), subject);
      const answers = randomAnswers(chance, subject);
      const evaluate = compileCondition(condition, subject, TODAY);
      const keys = fewestQuestions(condition, subject, encodeAnswers(subject, answers, TODAY), TODAY);
      const isOpen = evaluate(encodeAnswers(subject, answers, TODAY)) === UNKNOWN;
      expect(keys.length > 0).toBe(isOpen);
      if (!isOpen) continue;
      open += 1;
      // A place named roughly stays rough; size is covered above.
      const rough = leavesOf(condition).some(
        ({ attribute }) =>
          ['region', 'industry'].includes(findAttribute(subject, attribute)?.type ?? '') ||
          attribute === 'size',
      );
      if (rough) continue;
      for (let again = 0; again < 10; again += 1) {
        const more = Object.fromEntries(
          attributesOf(subject)
            .filter(({ key }) => keys.includes(key))
            .map((attribute) => [attribute.key, randomAnswer(chance, attribute)]),
        );
        expect(evaluate(encodeAnswers(subject, { ...answers, ...more }, TODAY))).not.toBe(UNKNOWN);
      }
    }
    expect(open).toBeGreaterThan(200);
  });
});
