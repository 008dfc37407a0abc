import { columnIndex, LAST_COLUMN_INDEX } from './column-name.js';

/** A rectangle of cells; rows 1-based, columns 0-based, all inclusive. */
export interface CellRange {
  ref: string;
  firstRow: number;
  lastRow: number;
  firstColumn: number;
  lastColumn: number;
}

const CELL = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/;

/** `B12` → column 1, row 12; null when it is no cell of an Excel sheet. */
export function parseCellRef(ref: string): { column: number; row: number } | null {
  const match = CELL.exec(ref);
  if (!match) return null;
  const column = columnIndex(match[1] ?? '');
  return column > LAST_COLUMN_INDEX ? null : { column, row: Number(match[2]) };
}

/** `A1:B2`, or one cell; null when it is neither. */
export function parseCellRange(ref: string): CellRange | null {
  const [from = '', to = from] = ref.split(':');
  const first = parseCellRef(from);
  const last = parseCellRef(to);
  if (!first || !last) return null;
  return {
    ref,
    firstRow: Math.min(first.row, last.row),
    lastRow: Math.max(first.row, last.row),
    firstColumn: Math.min(first.column, last.column),
    lastColumn: Math.max(first.column, last.column),
  };
}
