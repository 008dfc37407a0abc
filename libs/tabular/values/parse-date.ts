import { dateFromSerial } from './date-serial.js';
import { toHalfWidth } from './half-width.js';
import { parsed, unparsed, type Parsed } from './parsed.js';

export interface ParseDateOptions {
  /** The workbook counts days from 1904 (`TableFile.date1904`). Matters for numbers only. */
  date1904?: boolean;
}

const TIME = '(?:[T ]\\s*\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)?';
const SEPARATED = new RegExp(`^(\\d{4})\\s*([-/.])\\s*(\\d{1,2})\\s*\\2\\s*(\\d{1,2})${TIME}$`);
const CHINESE = new RegExp(`^(\\d{4})\\s*年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*[日号]${TIME}$`);
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const ZONED = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*(?:Z|[+-]\d{2}:?\d{2})$/i;
const YEAR_OR_MONTH = /^\d{4}\s*(?:年|(?:[-/.]|年)\s*\d{1,2}\s*月?)?$/;
const YEAR_LAST = /^\d{1,2}([-/.])\d{1,2}\1\d{4}$/;
const YEAR_SHORT = /^\d{1,2}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*[日号]?$/;

/**
 * Reads a calendar day from what a cell holds: a Date (its UTC fields), an Excel serial number, 20240105 as a
 * number, or text such as 2024/1/5, 2024-01-05, 2024.1.5, 2024年1月5日, 20240105, with full-width digits and a
 * time of day behind it allowed (and dropped). Answers `YYYY-MM-DD`.
 * Never guesses: short years, day first, a bare year (2024 as a number would be 1905-07-16) and times with a
 * zone are faults.
 */
export function parseDate(value: unknown, options: ParseDateOptions = {}): Parsed<string> {
  if (value === null || value === undefined) return unparsed('date.empty');
  if (value instanceof Date) return fromDate(value);
  if (typeof value === 'number') return fromNumber(value, options.date1904 ?? false);
  return typeof value === 'string' ? fromText(toHalfWidth(value).trim()) : unparsed('date.invalid');
}

function fromDate(date: Date): Parsed<string> {
  if (Number.isNaN(date.getTime())) return unparsed('date.invalid');
  return fromParts(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

function fromNumber(value: number, date1904: boolean): Parsed<string> {
  if (isYearOrMonth(value)) return unparsed('date.incomplete');
  const compact = Number.isInteger(value) && COMPACT.exec(String(value));
  if (compact) return fromMatch(compact[1], compact[2], compact[3]);
  const date = dateFromSerial(value, date1904);
  return date ? fromDate(date) : unparsed('date.invalid');
}

/** 1900…2100 and 190001…210012 are years and months that people typed, not days of 1905 or of 2420. */
function isYearOrMonth(value: number): boolean {
  if (!Number.isInteger(value)) return false;
  const month = value % 100;
  return (
    (value >= 1900 && value <= 2100) || (value >= 190_001 && value <= 210_012 && month >= 1 && month <= 12)
  );
}

function fromText(text: string): Parsed<string> {
  if (text === '') return unparsed('date.empty');
  const separated = SEPARATED.exec(text);
  if (separated) return fromMatch(separated[1], separated[3], separated[4]);
  const other = CHINESE.exec(text) ?? COMPACT.exec(text);
  if (other) return fromMatch(other[1], other[2], other[3]);
  if (ZONED.test(text)) return unparsed('date.time_zone');
  if (YEAR_OR_MONTH.test(text)) return unparsed('date.incomplete');
  if (YEAR_LAST.test(text)) return unparsed('date.day_first');
  return unparsed(YEAR_SHORT.test(text) ? 'date.short_year' : 'date.invalid');
}

function fromMatch(year?: string, month?: string, day?: string): Parsed<string> {
  return fromParts(Number(year), Number(month), Number(day));
}

function fromParts(year: number, month: number, day: number): Parsed<string> {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!exists || year < 1900) return unparsed('date.no_such_day');
  return parsed(date.toISOString().slice(0, 10));
}
