import { toHalfWidth } from './half-width.js';
import { parsed, unparsed, type Parsed } from './parsed.js';

const PLAIN = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;

/**
 * Reads a number from what a cell holds: a number, or text of digits with full-width forms and thousands
 * separators in the right places. Units (元, 万元, %) are left to the caller; `1.2E+05` is refused because
 * Excel has dropped digits when it shows that.
 */
export function parseNumber(value: unknown): Parsed<number> {
  if (value === null || value === undefined) return unparsed('number.empty');
  if (typeof value === 'number') return Number.isFinite(value) ? parsed(value) : unparsed('number.invalid');
  if (typeof value !== 'string') return unparsed('number.invalid');
  const text = toHalfWidth(value)
    .replace(/\u2212/g, '-')
    .trim();
  if (text === '') return unparsed('number.empty');
  if (!PLAIN.test(text) && !GROUPED.test(text)) return unparsed('number.invalid');
  const number = Number(text.replaceAll(',', ''));
  return Number.isFinite(number) ? parsed(number) : unparsed('number.invalid');
}
