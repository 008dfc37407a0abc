import chineseDays from 'chinese-days';

const DAY_MS = 86_400_000;

const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);

/**
 * Whether people work on a day in mainland China: the holidays and make-up days of the State Council (国务院办公厅),
 * as chinese-days knows them; in years it does not know, Monday to Friday.
 * @param day YYYY-MM-DD
 */
export const isWorkingDay = (day: string): boolean => chineseDays.isWorkday(day);

/** The day by which `count` working days have passed, the day itself not counted. */
export function addWorkingDays(day: string, count: number): string {
  let date = day;
  for (let left = count; left > 0;) {
    date = nextDay(date);
    if (isWorkingDay(date)) left -= 1;
  }
  return date;
}

/** How many working days lie after `from` up to and with `to`; 0 where `to` is not later. */
export function workingDaysAfter(from: string, to: string): number {
  let count = 0;
  for (let date = from; date < to;) {
    date = nextDay(date);
    if (isWorkingDay(date)) count += 1;
  }
  return count;
}
