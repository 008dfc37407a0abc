import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const FOLDER = join(import.meta.dirname, '../../../data-demo');
const OPERATORS = ['below', 'atMost', 'above', 'atLeast', 'equals', 'between'];
/** Numbers that the words of a sentence say without a figure, by clause and attribute. */
const IN_WORDS = new Set([
  // 半年.
  'tax-c05.unemployedMonths',
  // Some, or none at all.
  'hrss-c01.unemployedMonths',
  'hrss-c04.layoffRate 0',
  'tax-c06.veteransHired',
  'tax-c07.rdExpense',
  'sti-c03.rdExpense',
  'housing-c03.fundMonths',
  'commerce-c01.exports',
  'disabled-c04.disabledHired',
  'tax-c08.elders',
  // Ages that a law gives the word: 劳动法, 就业促进法.
  'hrss-c10.age',
  'hrss-c14.age',
  'disabled-c04.age',
]);
/** Clauses whose figures are those of a national document that the demonstration knows. */
const NAMES_ITS_DOCUMENT = ['hrss-c04', 'tax-c03', 'tax-c04', 'sti-c01', 'sti-c03', 'amr-c04'];

type Plain = Record<string, unknown>;
interface Leaf extends Plain {
  attribute: string;
  sentence?: string;
}
interface DemoPart {
  when: Plain;
  amount?: Plain;
}
interface DemoClause extends Plain {
  code: string;
  audience: string;
  policy: string;
  benefit: string;
  conditions: string[];
  amount?: { min?: number; max?: number; unit: string };
  eligibility?: { enterprise?: DemoPart; citizen?: DemoPart };
}
interface DemoFile {
  policies?: { code: string; documentNumber?: string }[];
  clauses?: DemoClause[];
}

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function leavesOf(node: Plain): Leaf[] {
  const parts = [node.all, node.any, node.of].find(Array.isArray) as Plain[] | undefined;
  if (parts) return parts.flatMap(leavesOf);
  return node.not ? leavesOf(node.not as Plain) : [node as Leaf];
}

const UNITS: Record<string, readonly number[]> = { 亿: [10_000, 100_000_000], 万: [10_000], 年: [12] };

/** Figures of a text, also with their 亿 in 万 and in 元, their 万 in 元, years in months; Chinese numerals to ten. */
function figuresOf(text: string): Set<number> {
  const figures = new Set<number>();
  const add = (value: number, unit: string): void => {
    for (const factor of [1, ...(UNITS[unit] ?? [])]) figures.add(value * factor);
  };
  for (const [, figure = '', unit = ''] of text.matchAll(/(\d+(?:\.\d+)?)(亿|万|年)?/g))
    add(Number(figure), unit);
  for (const [, numeral = '', unit = ''] of text.matchAll(/([一两二三四五六七八九十])(亿|万|年)?/g)) {
    add(numeral === '两' ? 2 : '一二三四五六七八九十'.indexOf(numeral) + 1, unit);
  }
  return figures;
}

/** Whether a text says the figures of an age; who is under 3 years is 2 at most. */
function saysAges(text: string, ages: Plain): boolean {
  const figures = figuresOf(text);
  const under = new Set(
    [...text.matchAll(/(?:[未不到]满)(\d+)周?岁|(\d+)周?岁以下/g)].map(([, a, b]) => Number(a ?? b) - 1),
  );
  const { atLeast, atMost } = ages as { atLeast?: number; atMost?: number };
  return (
    (atLeast === undefined || figures.has(atLeast)) &&
    (atMost === undefined || figures.has(atMost) || under.has(atMost))
  );
}

/** Whether a sentence says a period, and in the unit that it is counted in. */
function saysPeriod(sentence: string, { years, months }: { years?: number; months?: number }): boolean {
  const said = (unit: string): Set<number> =>
    new Set(
      [...sentence.matchAll(new RegExp(`([\\d一两二三四五六七八九十]+)${unit}`, 'g'))].flatMap(
        ([, figure]) => [...figuresOf(figure ?? '')],
      ),
    );
  const inMonths = new Set([...said('个月'), ...[...said('年')].map((year) => year * 12)]);
  return inMonths.has((years ?? 0) * 12 + (months ?? 0));
}

/** Every number of a formula but those of its conditions; nothing, and the ages, are no sums. */
function sumsIn(value: unknown): number[] {
  if (typeof value === 'number') return value === 0 ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(sumsIn);
  if (!isPlain(value)) return [];
  return Object.entries(value)
    .filter(([key]) => key !== 'when' && key !== 'ages')
    .flatMap(([, inner]) => sumsIn(inner));
}

/** All objects that stand under a name, however deep. */
function under(name: string, value: unknown): Plain[] {
  if (Array.isArray(value)) return value.flatMap((one) => under(name, one));
  if (!isPlain(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === name && isPlain(inner) ? [inner] : under(name, inner),
  );
}

describe('the rules of the demonstration', () => {
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as DemoFile);
  const clauses = files.flatMap(({ clauses: own = [] }) => own);
  const policies = new Map(files.flatMap(({ policies: own = [] }) => own).map((one) => [one.code, one]));
  const parts = clauses.flatMap((clause) =>
    [clause.eligibility?.enterprise, clause.eligibility?.citizen].flatMap((part) =>
      part ? [{ clause, part }] : [],
    ),
  );
  const leaves = parts.flatMap(({ clause, part }) =>
    leavesOf(part.when).map((leaf) => ({ clause, leaf, sentence: leaf.sentence ?? '' })),
  );
  const isInWords = (clause: DemoClause, leaf: Leaf, value: number): boolean =>
    IN_WORDS.has(`${clause.code}.${leaf.attribute}`) ||
    IN_WORDS.has(`${clause.code}.${leaf.attribute} ${value}`);
  const unsaid = (clause: DemoClause, leaf: Leaf, text: string): { name: string; value: number }[] => {
    const figures = figuresOf(text);
    return OPERATORS.flatMap((operator) => [leaf[operator] ?? []].flat())
      .filter((value): value is number => typeof value === 'number' && !figures.has(value))
      .filter((value) => !isInWords(clause, leaf, value))
      .map((value) => ({ name: `${clause.code}.${leaf.attribute}`, value }));
  };

  it('are there for everybody whom a clause is for, each condition in its own words', () => {
    expect(clauses.length).toBeGreaterThan(100);
    const missing = clauses.flatMap(({ code, audience, eligibility }) =>
      (['enterprise', 'citizen'] as const)
        .filter((subject) => ['both', subject].includes(audience) && !eligibility?.[subject])
        .map((subject) => `${code} ${subject}`),
    );
    expect(missing).toEqual([]);
    const lost = leaves
      .filter(
        ({ clause, sentence }) => !clause.conditions.some((line) => sentence && line.includes(sentence)),
      )
      .map(({ clause, sentence }) => ({ code: clause.code, sentence }));
    expect(lost).toEqual([]);
  });

  it('ask for no number that the sentence they are bound to does not say', () => {
    expect(leaves.flatMap(({ clause, leaf, sentence }) => unsaid(clause, leaf, sentence))).toEqual([]);
  });

  it('ask for no period and no age of children that the sentence they are bound to does not say', () => {
    const dated = leaves.filter(({ leaf }) => leaf.agoAtLeast ?? leaf.agoAtMost ?? leaf.someAge);
    expect(dated.length).toBeGreaterThan(5);
    const wrong = dated
      .filter(({ leaf, sentence }) => {
        const periods = [leaf.agoAtLeast, leaf.agoAtMost].filter(isPlain);
        const ages = [leaf.someAge].filter(isPlain);
        return !(
          periods.every((period) => saysPeriod(sentence, period)) &&
          ages.every((one) => saysAges(sentence, one))
        );
      })
      .map(({ clause, leaf, sentence }) => ({ name: `${clause.code}.${leaf.attribute}`, sentence }));
    expect(wrong).toEqual([]);
  });

  it('work out no sum from a number that the clause does not state', () => {
    const counted = parts.flatMap(({ clause, part }) =>
      part.amount ? [{ clause, amount: part.amount }] : [],
    );
    expect(counted.length).toBeGreaterThan(10);
    const wrong = counted.flatMap(({ clause, amount }) => {
      const { min, max, unit = '' } = clause.amount ?? {};
      const ends = [min, max].filter((end) => end !== undefined).map((end) => `${end}${unit}`);
      const stated = [clause.benefit, ...ends].join('\n');
      const figures = figuresOf(stated);
      const sums = sumsIn(amount.formula).filter((value) => !figures.has(value));
      const asked = under('when', amount.formula).flatMap(leavesOf);
      const conditions = [...clause.conditions, stated].join('\n');
      const numbers = asked.flatMap((leaf) => unsaid(clause, leaf, conditions)).map(({ value }) => value);
      const ages = under('ages', amount.formula).filter((one) => !saysAges(stated, one));
      return sums.length + numbers.length + ages.length > 0
        ? [{ code: clause.code, sums, numbers, ages }]
        : [];
    });
    expect(wrong).toEqual([]);
  });

  it('name the national document that their figures come from', () => {
    const silent = NAMES_ITS_DOCUMENT.filter((code) => {
      const clause = clauses.find((one) => one.code === code);
      const number = policies.get(clause?.policy ?? '')?.documentNumber ?? '';
      return !number || ![clause?.benefit, ...(clause?.conditions ?? [])].join('\n').includes(number);
    });
    expect(silent).toEqual([]);
  });
});
