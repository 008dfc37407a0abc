import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parseRule } from './parse-rule.js';
import { ruleSchema } from './rule-schema.js';

interface DemoClause {
  code: string;
  conditions: string[];
  eligibility?: object;
}

const CLAUSES = readdirSync('data-demo')
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(`data-demo/${name}`, 'utf8')) as { clauses?: DemoClause[] })
  .flatMap(({ clauses }) => clauses ?? []);

describe('the schema of rules', () => {
  const check = new Ajv2020({ strict: false, validateFormats: false }).compile(ruleSchema());

  it('takes the rules of every clause of the demonstration, and so does the checker', () => {
    expect(CLAUSES).toHaveLength(109);
    for (const { code, conditions, eligibility } of CLAUSES) {
      expect([code, check(eligibility)]).toEqual([code, true]);
      expect([code, parseRule(eligibility, conditions, 20_261_124).faults]).toEqual([code, []]);
    }
  });

  it.each([
    [{ attribute: 'stuff', atMost: 3 }],
    [{ attribute: 'staff', atMost: '3' }],
    [{ attribute: 'staff', under: ['65'] }],
    [{ attribute: 'size', is: 'tiny' }],
    [{ all: [] }],
    [{ attribute: 'staff', atMost: 3, atLeast: 1 }],
  ])('refuses %j', (when) => {
    expect(check({ vocabulary: 1, enterprise: { when } })).toBe(false);
  });
});
