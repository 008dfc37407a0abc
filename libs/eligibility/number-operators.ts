import type { Attribute } from './attribute.js';
import { addMonths, formatDay } from './calendar.js';
import { truth } from './kleene.js';
import { change, type Change, type ChangeContext, never, type Operator } from './operator.js';

/** Numbers from `low` to `high`; an open end is not among them. */
interface Interval {
  low: number;
  high: number;
  lowOpen: boolean;
  highOpen: boolean;
}

const STEP = 0.0001;
const stepOf = ({ type }: Attribute): number => (type === 'integer' ? 1 : STEP);

const exact = (value: number): number => Math.round(value * 10_000) / 10_000;

const withUnit = (value: number, { unit }: Attribute): string =>
  `${exact(value)}${unit ? ` ${unit}` : ''}`.replace(' %', '%');

const holds = ({ low, high, lowOpen, highOpen }: Interval, value: number): boolean =>
  (lowOpen ? value > low : value >= low) && (highOpen ? value < high : value <= high);

/** Words for what must be reached from below or above. */
function reach(
  { low, high, lowOpen, highOpen }: Interval,
  { attribute, value, born }: ChangeContext,
): Change {
  const now = Number(value);
  const least = lowOpen && attribute.type === 'integer' ? low + 1 : low;
  const most = highOpen && attribute.type === 'integer' ? high - 1 : high;
  if (now < low || (now === low && lowOpen)) {
    if (born !== null) {
      const day = formatDay(addMonths(born, least * 12));
      return change(`自 ${day} 起（满 ${least} 岁）`, day);
    }
    const over = lowOpen && attribute.type !== 'integer' ? '以上' : '';
    return change(`再增加 ${withUnit(least - now, attribute)}${over}`);
  }
  if (born !== null) return never('已经超过年龄');
  const over = highOpen && attribute.type !== 'integer' ? '以上' : '';
  return change(`减少 ${withUnit(now - most, attribute)}${over}`);
}

/** Where a value must leave an interval: below it or above it, whichever the attribute's bounds allow. */
function leave(interval: Interval, context: ChangeContext): Change {
  const { low, high, lowOpen, highOpen } = interval;
  const { min = -Infinity, max = Infinity } = context.attribute;
  const above: Interval = { low: high, lowOpen: !highOpen, high: Infinity, highOpen: false };
  const below: Interval = { low: -Infinity, lowOpen: false, high: low, highOpen: !lowOpen };
  if (high < max && (context.born !== null || low <= min)) return reach(above, context);
  return low > min ? reach(below, context) : never('不会再符合');
}

function isNumber(value: unknown, { type, min = -Infinity, max = Infinity }: Attribute): value is number {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < min || value > max) return false;
  return type === 'number' || Number.isInteger(value);
}

function expected(attribute: Attribute): string {
  const { type, min, max } = attribute;
  const kind = type === 'integer' ? '整数' : '数字';
  return `“${attribute.label}”应与${kind}比较${min === undefined ? '' : `，${min} 到 ${max}`}`;
}

function operator(
  fault: Operator['fault'],
  intervalOf: (operand: unknown) => Interval,
  words: (operand: unknown, attribute: Attribute) => string,
): Operator {
  return {
    fault,
    test: (operand) => {
      const interval = intervalOf(operand);
      return (value) => truth(holds(interval, value as number));
    },
    samples: (operand, attribute) => {
      const { low, high } = intervalOf(operand);
      const step = stepOf(attribute);
      const { min = -Infinity, max = Infinity } = attribute;
      const near = [low, high].flatMap((end) => [exact(end - step), end, exact(end + step)]);
      return near.filter((value) => Number.isFinite(value) && value >= min && value <= max);
    },
    describe: words,
    change: (operand, context) =>
      context.wanted ? reach(intervalOf(operand), context) : leave(intervalOf(operand), context),
  };
}

function single(words: string, intervalOf: (bound: number) => Partial<Interval>): Operator {
  return operator(
    (operand, attribute) => (isNumber(operand, attribute) ? null : expected(attribute)),
    (operand) => ({
      low: -Infinity,
      high: Infinity,
      lowOpen: false,
      highOpen: false,
      ...intervalOf(operand as number),
    }),
    (operand, attribute) => `${words} ${withUnit(operand as number, attribute)}`,
  );
}

const isPair = (operand: unknown, attribute: Attribute): operand is [number, number] =>
  Array.isArray(operand) &&
  operand.length === 2 &&
  operand.every((end) => isNumber(end, attribute)) &&
  Number(operand[0]) <= Number(operand[1]);

/** Comparisons of numbers; the ends of `between` are included. */
export const NUMBER_OPERATORS = {
  below: single('少于', (bound) => ({ high: bound, highOpen: true })),
  atMost: single('不超过', (bound) => ({ high: bound })),
  above: single('超过', (bound) => ({ low: bound, lowOpen: true })),
  atLeast: single('至少', (bound) => ({ low: bound })),
  equals: single('正好', (bound) => ({ low: bound, high: bound })),
  between: operator(
    (operand, attribute) => (isPair(operand, attribute) ? null : `${expected(attribute)}，写成 [最小, 最大]`),
    (operand) => {
      const [low, high] = operand as [number, number];
      return { low, high, lowOpen: false, highOpen: false };
    },
    (operand, attribute) => {
      const [low, high] = operand as [number, number];
      return `${exact(low)} 到 ${withUnit(high, attribute)}`;
    },
  ),
} satisfies Record<string, Operator>;
