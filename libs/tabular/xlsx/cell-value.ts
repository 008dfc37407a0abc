import { CellProblem } from '../cell-problem.js';
import type { CellValue } from '../table.types.js';
import { dateFromSerial } from '../values/date-serial.js';
import { unescapeText } from './rich-text.js';

/** What the cells of a workbook refer to. */
export interface CellContext {
  date1904: boolean;
  sharedStrings: readonly string[];
  dateStyles: readonly boolean[];
}

/** A `c` element as it stands in the sheet (ECMA-376 part 1, 18.3.1.4). */
export interface CellElement {
  type: string;
  style: number;
  /** Text of `v`; null when the element is absent. */
  stored: string | null;
  /** Text of `is`, for inline strings. */
  inline: string;
  isFormula: boolean;
}

/** From here on a double does not hold every whole number, and Excel keeps 15 digits only. */
const DIGITS_LOST_FROM = 1e15;

/** Turns a cell element into its value, or into the problem that it has none. */
export function cellValue(cell: CellElement, context: CellContext): CellValue | CellProblem {
  if (cell.type === 'inlineStr') return cell.inline === '' ? null : cell.inline;
  if (cell.stored === null || cell.stored === '') return emptyCell(cell);
  const { stored } = cell;
  switch (cell.type) {
    case 's':
      return sharedString(stored, context);
    case 'str':
      return unescapeText(stored);
    case 'b':
      return stored === '1' || stored === 'true';
    case 'e':
      return new CellProblem('cell.formula_error', stored);
    case 'd':
      return isoDate(stored);
    default:
      return number(stored, cell, context);
  }
}

/** A formula that shows nothing is stored as an empty string; one never calculated has no result at all. */
function emptyCell(cell: CellElement): null | CellProblem {
  return cell.isFormula && cell.type !== 'str' ? new CellProblem('cell.formula_without_result', null) : null;
}

function sharedString(stored: string, context: CellContext): CellValue | CellProblem {
  const text = context.sharedStrings[Number(stored)];
  if (text === undefined) return new CellProblem('cell.unreadable', stored);
  return text === '' ? null : text;
}

function isoDate(stored: string): Date | CellProblem {
  const date = new Date(/T/.test(stored) && !/(?:Z|[+-]\d{2}:\d{2})$/.test(stored) ? `${stored}Z` : stored);
  return Number.isNaN(date.getTime()) ? new CellProblem('cell.unreadable', stored) : date;
}

function number(stored: string, cell: CellElement, context: CellContext): CellValue | CellProblem {
  const value = Number(stored);
  if (!Number.isFinite(value)) return new CellProblem('cell.unreadable', stored);
  if (context.dateStyles[cell.style]) return dateFromSerial(value, context.date1904) ?? value;
  const typed = Number.isInteger(value) && Math.abs(value) >= DIGITS_LOST_FROM && !cell.isFormula;
  if (typed) return new CellProblem('cell.digits_lost', stored);
  // Sums come stored with the dust of binary fractions (0.30000000000000004); Excel shows 15 digits.
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}
