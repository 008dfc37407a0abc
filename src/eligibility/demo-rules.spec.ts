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
  // Ages that a law gives the word: 劳动法, 就业促进法, 义务教育法.
  'hrss-c10.age',
  'hrss-c14.age',
  'disabled-c04.age',
]);

type Plain = Record<string, unknown>;
interface Leaf extends Plain {
  attribute: string;
  sentence: string;
}

function leavesOf(node: Plain): Leaf[] {
  const parts = [node.all, node.any, node.of].find(Array.isArray) as Plain[] | undefined;
  if (parts) return parts.flatMap(leavesOf);
  return node.not ? leavesOf(node.not as Plain) : [node as Leaf];
}

/** Figures of a sentence, those in hundred millions as ten thousands, years also as months; Chinese numerals to ten. */
function figuresOf(sentence: string): Set<number> {
  const figures = new Set<number>();
  const add = (value: number, unit: string): void => {
    figures.add(value);
    if (unit === '亿') figures.add(value * 10_000);
    if (unit === '年') figures.add(value * 12);
  };
  for (const [, figure = '', unit = ''] of sentence.matchAll(/(\d+(?:\.\d+)?)(亿|年)?/g))
    add(Number(figure), unit);
  for (const [, numeral = '', unit = ''] of sentence.matchAll(/([一两二三四五六七八九十])(亿|年)?/g)) {
    add(numeral === '两' ? 2 : '一二三四五六七八九十'.indexOf(numeral) + 1, unit);
  }
  return figures;
}

describe('the rules of the demonstration', () => {
  const clauses = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const { clauses = [] } = JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as { clauses?: Plain[] };
      return clauses;
    });

  it('ask for no number that the sentence they are bound to does not say', () => {
    const wrong = clauses.flatMap(({ code, eligibility }) => {
      const rule = (eligibility ?? {}) as Record<string, { when?: Plain } | undefined>;
      const leaves = ['enterprise', 'citizen'].flatMap((subject) => {
        const when = rule[subject]?.when;
        return when ? leavesOf(when) : [];
      });
      return leaves.flatMap((leaf) => {
        const figures = figuresOf(leaf.sentence);
        return OPERATORS.flatMap((operator) => [leaf[operator] ?? []].flat())
          .filter((value): value is number => typeof value === 'number' && !figures.has(value))
          .map((value) => ({ name: `${String(code)}.${leaf.attribute}`, value, sentence: leaf.sentence }))
          .filter(({ name, value }) => !IN_WORDS.has(name) && !IN_WORDS.has(`${name} ${value}`));
      });
    });
    expect(wrong).toEqual([]);
    expect(clauses.length).toBeGreaterThan(100);
  });
});
