import { addMonths, type Day, formatDay, latestStart, nextDay, parseDay, yearsBetween } from './calendar.js';
import type { Encoded } from './encoded-answers.js';
import { truth } from './kleene.js';
import { change, never, type Operator } from './operator.js';

const EARLIEST: Day = 10_101;
const LATEST: Day = 99_991_231;

const dayIn = (operand: unknown): Day => parseDay(operand as string) ?? 0;
const isDay = (operand: unknown): boolean => typeof operand === 'string' && parseDay(operand) !== null;
const around = (day: Day): Encoded[] => [nextDay(day, -1), day, nextDay(day, 1)];

/** Comparisons with fixed days, both ends included. */
function fixed(
  fault: Operator['fault'],
  endsOf: (operand: unknown) => [Day, Day],
  describe: (operand: unknown) => string,
): Operator {
  return {
    fault,
    test: (operand) => {
      const [first, last] = endsOf(operand);
      return (value) => truth((value as Day) >= first && (value as Day) <= last);
    },
    samples: (operand) =>
      endsOf(operand)
        .filter((day) => day > EARLIEST && day < LATEST)
        .flatMap(around),
    describe,
    // What happened on a day stays there; only something that happens anew could fit.
    change: (operand, { wanted }) => change(`只${wanted ? '' : '不'}适用于${describe(operand)}的情形`),
  };
}

const dayFault: Operator['fault'] = (operand) => (isDay(operand) ? null : '应为日期，例如 "2026-01-01"');

/** A period as rules write it. */
interface Period {
  years?: number;
  months?: number;
}

const monthsOf = (operand: unknown): number => {
  const { years = 0, months = 0 } = operand as Period;
  return years * 12 + months;
};

function periodFault(operand: unknown): string | null {
  const text = '应为从今天往回数的时间，例如 {"years": 2} 或 {"months": 6}';
  if (typeof operand !== 'object' || operand === null || Array.isArray(operand)) return text;
  const entries = Object.entries(operand);
  const right = entries.every(
    ([name, value]) => (name === 'years' || name === 'months') && Number.isInteger(value) && value >= 0,
  );
  return right && entries.length > 0 && monthsOf(operand) <= 2_400 ? null : text;
}

function periodText(operand: unknown): string {
  const { years = 0, months = 0 } = operand as Period;
  return `${years ? `${years} 年` : ''}${months ? `${months} 个月` : ''}` || '今天';
}

const agoAtLeast: Operator = {
  fault: periodFault,
  test: (operand, _attribute, today) => {
    const latest = latestStart(today, monthsOf(operand));
    return (value) => truth((value as Day) <= latest);
  },
  samples: (operand, _attribute, today) => around(latestStart(today, monthsOf(operand))),
  describe: (operand) => `满 ${periodText(operand)}`,
  change: (operand, { value, wanted }) => {
    if (!wanted) return never(`已经满 ${periodText(operand)}`);
    const day = formatDay(addMonths(value as Day, monthsOf(operand)));
    return change(`自 ${day} 起（满 ${periodText(operand)}）`, day);
  },
};

/** The earliest day from which no more than a period has passed: its last day still counts. */
const earliestStart = (today: Day, months: number): Day =>
  nextDay(latestStart(nextDay(today, -1), months), 1);

const agoAtMost: Operator = {
  fault: periodFault,
  test: (operand, _attribute, today) => {
    const earliest = earliestStart(today, monthsOf(operand));
    return (value) => truth((value as Day) >= earliest && (value as Day) <= today);
  },
  samples: (operand, _attribute, today) => [
    ...around(earliestStart(today, monthsOf(operand))),
    ...around(today),
  ],
  describe: (operand) => `不超过 ${periodText(operand)}`,
  change: (operand, { value, today, wanted }) => {
    const due = formatDay(value as Day);
    if (wanted) {
      return (value as Day) > today ? change(`自 ${due} 起`, due) : never(`已经超过 ${periodText(operand)}`);
    }
    const day = formatDay(nextDay(addMonths(value as Day, monthsOf(operand)), 1));
    return change(`自 ${day} 起（超过 ${periodText(operand)}）`, day);
  },
};

/** Whole years, ends included. */
interface AgeRange {
  atLeast?: number;
  atMost?: number;
}

function ageFault(operand: unknown): string | null {
  const text = '应为周岁的范围，例如 {"atMost": 2} 或 {"atLeast": 3, "atMost": 5}';
  if (typeof operand !== 'object' || operand === null || Array.isArray(operand)) return text;
  const entries = Object.entries(operand);
  const right = entries.every(
    ([name, value]) =>
      (name === 'atLeast' || name === 'atMost') && Number.isInteger(value) && value >= 0 && value <= 130,
  );
  const { atLeast = 0, atMost = 130 } = operand as AgeRange;
  return right && entries.length > 0 && atLeast <= atMost ? null : text;
}

/** How many of the days have an age in a range today; days to come count for nothing. */
export function countAges(days: readonly Day[], operand: AgeRange, today: Day): number {
  const { atLeast = 0, atMost = 130 } = operand;
  return days.filter((day) => {
    const age = yearsBetween(day, today);
    return day <= today && age >= atLeast && age <= atMost;
  }).length;
}

function ageText(operand: unknown): string {
  const { atLeast, atMost } = operand as AgeRange;
  if (atLeast === undefined) return `不满 ${(atMost ?? 0) + 1} 周岁`;
  return atMost === undefined ? `满 ${atLeast} 周岁` : `${atLeast} 到 ${atMost} 周岁`;
}

const someAge: Operator = {
  fault: ageFault,
  test: (operand, _attribute, today) => (value) =>
    truth(countAges(value as readonly Day[], operand as AgeRange, today) > 0),
  samples: (operand, _attribute, today) => {
    const { atLeast = 0, atMost = 130 } = operand as AgeRange;
    const ages = [atLeast - 1, atLeast, atMost, atMost + 1].filter((age) => age >= 0 && age <= 130);
    return [[], ...ages.map((age) => [addMonths(today, -age * 12)])];
  },
  describe: (operand) => `有${ageText(operand)}的孩子`,
  change: (operand, { value, today, wanted }) => {
    if (!wanted) return never('孩子的年龄不符');
    const { atLeast = 0 } = operand as AgeRange;
    const next = (value as readonly Day[])
      .filter((day) => yearsBetween(day, today) < atLeast)
      .map((day) => addMonths(day, atLeast * 12))
      .sort((a, b) => a - b)[0];
    if (next === undefined) return change(`有${ageText(operand)}的孩子`);
    return change(`自 ${formatDay(next)} 起（孩子满 ${atLeast} 周岁）`, formatDay(next));
  },
};

/** Comparisons of days. */
export const DATE_OPERATORS = {
  date: {
    onOrBefore: fixed(
      dayFault,
      (operand) => [EARLIEST, dayIn(operand)],
      (operand) => `${String(operand)} 及以前`,
    ),
    onOrAfter: fixed(
      dayFault,
      (operand) => [dayIn(operand), LATEST],
      (operand) => `${String(operand)} 及以后`,
    ),
    between: fixed(
      (operand) =>
        Array.isArray(operand) &&
        operand.length === 2 &&
        operand.every(isDay) &&
        dayIn(operand[0]) <= dayIn(operand[1])
          ? null
          : '应为两个日期，例如 ["2026-01-01", "2027-12-31"]，先写早的',
      (operand) => {
        const [first, last] = operand as [string, string];
        return [dayIn(first), dayIn(last)];
      },
      (operand) => (operand as string[]).join(' 至 '),
    ),
    agoAtLeast,
    agoAtMost,
  },
  dates: { someAge },
} satisfies Record<string, Record<string, Operator>>;
