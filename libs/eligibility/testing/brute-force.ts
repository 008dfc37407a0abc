import vocabulary from '../vocabulary.zh.json' with { type: 'json' };
import { possibleSizes, SIZES } from './brute-force-sizes.js';

/*
 * A second evaluator, written from docs/eligibility.md alone and as plainly as possible: it shares no code with the
 * library. True, false, or null for unknown.
 */

type Plain = Record<string, unknown>;
type Truth = boolean | null;

/** The day `months` after a day, by counting: the same day of the month or, where there is none, the last. */
function shift(text: string, months: number): string {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  for (let date = day; ; date -= 1) {
    const moved = new Date(Date.UTC(year, month - 1 + months, date));
    if (moved.getUTCDate() === date) return moved.toISOString().slice(0, 10);
  }
}

function ageOn(born: string, today: string): number {
  let age = -1;
  while (shift(born, (age + 1) * 12) <= today) age += 1;
  return age;
}

function sections(code: string): string {
  const ends: [string, number][] = [
    ...([
      ['A', 5],
      ['B', 12],
      ['C', 43],
      ['D', 46],
      ['E', 50],
      ['F', 52],
      ['G', 60],
    ] as [string, number][]),
    ...([
      ['H', 62],
      ['I', 65],
      ['J', 69],
      ['K', 70],
      ['L', 72],
      ['M', 75],
      ['N', 79],
    ] as [string, number][]),
    ...([
      ['O', 82],
      ['P', 83],
      ['Q', 85],
      ['R', 90],
      ['S', 96],
      ['T', 97],
    ] as [string, number][]),
  ];
  return ends.find(([, end]) => Number(code.slice(0, 2)) <= end)?.[0] ?? '';
}

/** The code and everything above it, the root first. */
function lineage(type: string, code: string): string[] {
  if (type === 'region') {
    const steps = ['', code.slice(0, 2), code.slice(0, 4), code].map((part) => part.padEnd(6, '0'));
    return [...new Set(steps.slice(0, steps.indexOf(code) + 1))];
  }
  if (/^[A-T]$/.test(code)) return [code];
  return [sections(code), ...[2, 3, 4].filter((end) => end <= code.length).map((end) => code.slice(0, end))];
}

function under(type: string, value: string, codes: string[]): Truth {
  const above = lineage(type, value);
  if (codes.some((code) => above.includes(code))) return true;
  return codes.some((code) => lineage(type, code).includes(value)) ? null : false;
}

function compare(operator: string, value: number, bound: unknown): boolean {
  const [low, high] = Array.isArray(bound) ? (bound as [number, number]) : [Number(bound), Number(bound)];
  switch (operator) {
    case 'below':
      return value < low;
    case 'atMost':
      return value <= low;
    case 'above':
      return value > low;
    case 'atLeast':
      return value >= low;
    default:
      return value >= low && value <= high;
  }
}

function dates(operator: string, value: string, operand: unknown, today: string): boolean {
  if (operator === 'onOrBefore') return value <= String(operand);
  if (operator === 'onOrAfter') return value >= String(operand);
  if (operator === 'between') {
    const [first, last] = operand as [string, string];
    return first <= value && value <= last;
  }
  const { years = 0, months = 0 } = operand as { years?: number; months?: number };
  const end = shift(value, years * 12 + months);
  return operator === 'agoAtLeast' ? end <= today : value <= today && end >= today;
}

function choiceHolds(operator: string, option: string, operand: unknown, options: string[]): boolean {
  if (operator === 'is') return option === operand;
  if (operator === 'in') return (operand as string[]).includes(option);
  const [place, bound] = [options.indexOf(option), options.indexOf(String(operand))];
  return operator === 'atLeast' ? place >= bound : place <= bound;
}

function leaf(condition: Plain, subject: 'enterprise' | 'citizen', answers: Plain, today: string): Truth {
  const attribute = vocabulary[subject].find(({ key }) => key === condition['attribute']);
  const operator = Object.keys(condition).find((key) => key !== 'attribute' && key !== 'sentence') ?? '';
  const operand = condition[operator];
  const key = attribute?.key ?? '';
  const options = (attribute?.options ?? []).map(({ value }) => value);
  let value = answers[key];
  if (key === 'age' && value === undefined && typeof answers['birthDate'] === 'string') {
    value = ageOn(answers['birthDate'], today);
  }
  if (key === 'rdShare' && value === undefined) {
    const [expense, revenue] = [answers['rdExpense'], answers['revenue']];
    if (typeof expense === 'number' && typeof revenue === 'number') {
      value = expense === 0 ? 0 : Math.min(10_000, (expense * 100) / revenue);
    }
  }
  if (key === 'size' && value === undefined) {
    const sizes = possibleSizes(answers);
    // Nothing is known: so is every leaf about it.
    if (sizes.length === SIZES.length) return null;
    const verdicts = sizes.map((size) => choiceHolds(operator, size, operand, options));
    return verdicts.every((one) => one) ? true : verdicts.some((one) => one) ? null : false;
  }
  if (value === undefined) return null;
  const type = attribute?.type ?? '';
  switch (type) {
    case 'integer':
    case 'number':
      return compare(operator, Number(value), operand);
    case 'flag':
      return value === operand;
    case 'choice':
      return choiceHolds(operator, String(value), operand, options);
    case 'choices': {
      const held = value as string[];
      if (operator === 'includes') return held.includes(String(operand));
      const wanted = operand as string[];
      return operator === 'includesAny'
        ? wanted.some((one) => held.includes(one))
        : wanted.every((one) => held.includes(one));
    }
    case 'region':
    case 'industry':
      return under(type, String(value), operand as string[]);
    case 'date':
      return dates(operator, String(value), operand, today);
    default: {
      const { atLeast = 0, atMost = 999 } = operand as { atLeast?: number; atMost?: number };
      return (value as string[]).some((born) => {
        const age = ageOn(born, today);
        return age >= atLeast && age <= atMost;
      });
    }
  }
}

/** Kleene's tables, by counting. */
export function bruteForce(
  condition: Plain,
  subject: 'enterprise' | 'citizen',
  answers: Plain,
  today: string,
): Truth {
  const judge = (part: unknown): Truth => bruteForce(part as Plain, subject, answers, today);
  if ('not' in condition) {
    const inner = judge(condition['not']);
    return inner === null ? null : !inner;
  }
  const list = condition['all'] ?? condition['any'] ?? condition['of'];
  if (!Array.isArray(list)) return leaf(condition, subject, answers, today);
  const values = list.map(judge);
  const yes = values.filter((value) => value === true).length;
  const open = values.filter((value) => value === null).length;
  const least = 'all' in condition ? list.length : 'any' in condition ? 1 : Number(condition['atLeast']);
  return yes >= least ? true : yes + open >= least ? null : false;
}
