import { type Answers, attributesOf, type Subject } from '#libs/eligibility';

const bit = (day: number): number => 1 << (day - 1);

/** Anniversaries of a day; what lasts until one turns on the day after it. */
function bitsOf(date: string): number {
  const day = Number(date.slice(8));
  const next = day >= 28 ? bit(1) : 0;
  return bit(day) | next | (day < 31 ? bit(day + 1) : 0);
}

/** The days of the month on which relative dates of these answers can turn, as bits (1st … 31st). */
export function anniversaryDays(subject: Subject, answers: Answers): number {
  let days = 0;
  for (const { key, type } of attributesOf(subject)) {
    const value = answers[key];
    if (type === 'date' && typeof value === 'string') days |= bitsOf(value);
    if (type === 'dates' && Array.isArray(value)) {
      for (const date of value as readonly string[]) days |= bitsOf(date);
    }
  }
  return days;
}

/** The days of the month of some dates; the last day of a month stands for all that are not in it. */
export function daysOf(dates: readonly string[]): number {
  let days = 0;
  for (const date of dates) {
    const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
    const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
    for (let other = day; other <= (day === last ? 31 : day); other += 1) days |= bit(other);
  }
  return days;
}
