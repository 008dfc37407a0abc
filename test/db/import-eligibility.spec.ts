import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openImports, type TestImports } from '../support/open-imports.js';
import { clause, sampleCatalogue } from '../support/sample-catalogue.js';

const HEADERS = '条款编码,责任部门,所属政策,序号,条款标题,适用对象,扶持方式,扶持内容,主题,申请条件,资格规则';
const CONDITIONS = '从业人数不超过300人';
const LEAF = { attribute: 'staff', atMost: 300, sentence: CONDITIONS };
const rule = (when: unknown): string => JSON.stringify({ vocabulary: 1, enterprise: { when } });

/** A row with rules as text, quoted as in any CSV. */
const csv = (rules: string): string =>
  `${HEADERS}\r\nc1,市人社局,测政发〔2026〕1号,1,补贴1,企业,资金补贴,给予补贴。,创业,${CONDITIONS},"${rules.replaceAll('"', '""')}"\r\n`;

describe('rules in an import', () => {
  let imports: TestImports;
  beforeEach(async () => {
    imports = await openImports();
    const { departments, topics, policies } = sampleCatalogue();
    await imports.import([['目录.json', { departments, topics, policies }]]);
  });
  afterEach(() => imports.close());

  it('come in as a column of JSON or as an object, and change nothing when they come again', async () => {
    for (let again = 0; again < 2; again += 1) {
      const report = await imports.import([['条款.csv', csv(rule(LEAF))]]);
      expect(report.faults).toEqual([]);
    }
    const [version, ...others] = await imports.rows('clause_version');
    expect(others).toEqual([]);
    expect(JSON.parse(String(version?.['eligibility']))).toEqual({
      vocabulary: 1,
      enterprise: { when: LEAF },
    });
    const record = {
      ...clause('c2', 2),
      conditions: [CONDITIONS],
      eligibility: { vocabulary: 1, enterprise: { when: LEAF } },
    };
    expect(await imports.import([['条款.json', { clauses: [record] }]])).toMatchObject({
      saved: true,
      faults: [],
    });
  });

  it.each([
    ['no JSON', '{"vocabulary":1,', '不是正确的 JSON'],
    ['an unknown attribute', rule({ ...LEAF, attribute: 'stuff' }), 'enterprise.when.attribute'],
    ['a wrong type', rule({ ...LEAF, atMost: '300' }), 'enterprise.when.atMost'],
    ['a contradiction', rule({ all: [LEAF, { not: LEAF }] }), '矛盾'],
    ['a sentence that is not in the text', rule({ ...LEAF, sentence: '不超过500人' }), '照原文'],
    [
      'a tree 1,000 deep',
      `{"vocabulary":1,"enterprise":{"when":${'{"not":'.repeat(1_000)}1${'}'.repeat(1_000)}}}`,
      '嵌套太深',
    ],
  ])('are refused with their cell: %s', async (_name, rules, words) => {
    const { saved, faults } = await imports.import([['条款.csv', csv(rules)]]);
    expect(saved).toBe(false);
    expect(faults).toMatchObject([{ sheet: '条款', row: 2, column: 'K', header: '资格规则' }]);
    expect(faults[0]?.message).toContain(words);
  });

  it('are refused 10,000 deep in JSON, too', async () => {
    const record = JSON.stringify({ ...clause('c2', 2), eligibility: 'DEEP' });
    const deep = `${'{"not":'.repeat(10_000)}1${'}'.repeat(10_000)}`;
    const { saved, faults } = await imports.import([['条款.json', `[${record.replace('"DEEP"', deep)}]`]]);
    expect(saved).toBe(false);
    expect(faults[0]?.message).toContain('嵌套太深');
  });
});
