/** A calendar day as the number yyyymmdd: compares like the day, and needs no parsing when it is judged. */
export type Day = number;

const LONGEST: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** How many days a month (1–12) has. */
export const daysIn = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (LONGEST[month - 1] ?? 31);

export const dayOf = (year: number, month: number, date: number): Day => year * 10_000 + month * 100 + date;

const partsOf = (day: Day): [number, number, number] => [
  Math.floor(day / 10_000),
  Math.floor(day / 100) % 100,
  day % 100,
];

/** Reads YYYY-MM-DD; null where there is no such day. */
export function parseDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || date < 1 || date > daysIn(year, month)) return null;
  return dayOf(year, month, date);
}

/** YYYY-MM-DD. */
export function formatDay(day: Day): string {
  const text = String(day).padStart(8, '0');
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}

/** Splits months counted from year 0. */
const monthOf = (months: number): [number, number] => [
  Math.floor(months / 12),
  (((months % 12) + 12) % 12) + 1,
];

/**
 * The day on which a period of months ends: the same day of the month, or its last day where there is none.
 * Source: 民法典 art. 202. `months` may be negative.
 */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = partsOf(day);
  const [endYear, endMonth] = monthOf(year * 12 + month - 1 + months);
  return dayOf(endYear, endMonth, Math.min(date, daysIn(endYear, endMonth)));
}

/** The latest day from which `months` months have passed by `today`: `addMonths(d, months) <= today` ⇔ `d <=` it. */
export function latestStart(today: Day, months: number): Day {
  const [year, month, date] = partsOf(today);
  const [startYear, startMonth] = monthOf(year * 12 + month - 1 - months);
  const longest = daysIn(startYear, startMonth);
  // The last day of a shorter month ends the periods that began on any later day of a longer one.
  const isLast = date === daysIn(year, month);
  return dayOf(startYear, startMonth, isLast ? longest : Math.min(date, longest));
}

/** Whole years between two days, counted as in law: 29 February counts as 28 February in other years. */
export function yearsBetween(from: Day, to: Day): number {
  const years = Math.floor(to / 10_000) - Math.floor(from / 10_000);
  return addMonths(from, years * 12) <= to ? years : years - 1;
}

/** The day before or after. */
export function nextDay(day: Day, step: 1 | -1): Day {
  const [year, month, date] = partsOf(day);
  const moved = date + step;
  if (moved >= 1 && moved <= daysIn(year, month)) return dayOf(year, month, moved);
  const [otherYear, otherMonth] = monthOf(year * 12 + month - 1 + step);
  return dayOf(otherYear, otherMonth, step === 1 ? 1 : daysIn(otherYear, otherMonth));
}
