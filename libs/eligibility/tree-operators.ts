import type { Attribute } from './attribute.js';
import { areaRange, type CodeRange, industryName, industryRange } from './code-range.js';
import type { Encoded } from './encoded-answers.js';
import { FALSE, TRUE, UNKNOWN } from './kleene.js';
import { change, type Operator } from './operator.js';

const rangeOf = ({ type }: Attribute, code: string): CodeRange | null =>
  type === 'region' ? areaRange(code) : industryRange(code);

const rangesOf = (operand: unknown, attribute: Attribute): CodeRange[] =>
  (operand as string[]).flatMap((code) => {
    const range = rangeOf(attribute, code);
    return range ? [range] : [];
  });

const LARGEST = { region: 999_999, industry: 9_799 };

const under: Operator = {
  fault: (operand, attribute) => {
    const example = attribute.type === 'region' ? '["420800"]' : '["65"]';
    if (!Array.isArray(operand) || operand.length === 0) return `应为代码的列表，例如 ${example}`;
    const wrong: unknown = operand.find(
      (code) => typeof code !== 'string' || rangeOf(attribute, code) === null,
    );
    if (wrong === undefined) return null;
    const standard = attribute.type === 'region' ? '行政区划代码' : 'GB/T 4754-2017 的代码';
    return `没有${standard} ${String(wrong).slice(0, 20)}，请检查`;
  },
  /** A place named only roughly may lie inside or outside. */
  test: (operand, attribute) => {
    const ranges = rangesOf(operand, attribute);
    return (value) => {
      const [low, high] = value as CodeRange;
      let touched = false;
      for (const [first, last] of ranges) {
        if (low >= first && high <= last) return TRUE;
        if (low <= last && high >= first) touched = true;
      }
      return touched ? UNKNOWN : FALSE;
    };
  },
  samples: (operand, attribute) => {
    const largest = attribute.type === 'region' ? LARGEST.region : LARGEST.industry;
    return rangesOf(operand, attribute)
      .flatMap(([first, last]) => [first - 1, first, last, last + 1])
      .filter((code) => code >= 0 && code <= largest)
      .map((code): Encoded => [code, code] as const);
  },
  describe: (operand, attribute) =>
    (operand as string[])
      .map((code) => (attribute.type === 'industry' ? `“${industryName(code) ?? code}”` : code))
      .join('、'),
  change: (operand, { attribute, wanted }) => {
    const place = attribute.type === 'region' ? '规定的区域' : under.describe(operand, attribute);
    return change(`${attribute.label}${wanted ? '' : '不'}在${place}${wanted ? '' : '之内'}`);
  },
};

/** Comparisons of codes that stand in a tree: a code means itself and all below it. */
export const TREE_OPERATORS = { under };
