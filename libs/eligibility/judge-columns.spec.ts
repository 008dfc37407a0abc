import { describe, expect, it } from '@jest/globals';
import { readColumns, toColumns, writeColumns } from './answer-columns.js';
import { type Answers, type Subject, SUBJECTS } from './attribute.js';
import { compileCondition } from './compile-condition.js';
import { encodeAnswers } from './encoded-answers.js';
import { attributesNeeded, judgeColumns } from './judge-columns.js';
import { TRUE } from './kleene.js';
import { parseRule } from './parse-rule.js';
import { Chance, randomAnswers, randomCondition } from './testing/random-rules.js';

const TODAY = 20_261_124;

/** A random condition that passes the checks. */
function conditionOf(chance: Chance, subject: Subject) {
  for (;;) {
    const plain = { vocabulary: 1, [subject]: { when: randomCondition(chance, subject) } };
    const part = parseRule(plain, ['申请条件'], TODAY).rule?.parts[subject];
    if (part) return part.when;
  }
}

describe('answers in columns', () => {
  it.each(SUBJECTS)('are judged like answers of one %s after the other', (subject) => {
    const chance = new Chance(7);
    const profiles = Array.from({ length: 200 }, () => randomAnswers(chance, subject));
    const bytes = writeColumns(toColumns(profiles));
    let found = 0;
    for (let round = 0; round < 300; round += 1) {
      const condition = conditionOf(chance, subject);
      const evaluate = compileCondition(condition, subject, TODAY);
      const columns = readColumns(bytes, profiles.length, attributesNeeded(condition, subject));
      const fits = judgeColumns(evaluate, subject, columns, profiles.length, TODAY);
      const expected = profiles.flatMap((answers, place) =>
        evaluate(encodeAnswers(subject, answers, TODAY)) === TRUE ? [place] : [],
      );
      expect(fits).toEqual(expected);
      found += fits.length;
    }
    expect(found).toBeGreaterThan(1_000);
  });

  it('come back as they were written, whatever their alignment', () => {
    const profiles: Answers[] = [{ a: '企业', b: ['甲'] }, {}, { a: '企', b: [] }];
    const columns = toColumns(profiles);
    expect(readColumns(writeColumns(columns), 3, ['a', 'b'])).toEqual(columns);
    expect(columns.map(({ places }) => [...places])).toEqual([
      [1, 0, 2],
      [1, 0, 2],
    ]);
    expect(readColumns(writeColumns(columns), 3, ['c'])).toEqual([]);
  });

  it('are refused where there are too many for a place to name', () => {
    expect(() => toColumns(Array.from({ length: 65_536 }, () => ({})))).toThrow('Too many');
  });
});
