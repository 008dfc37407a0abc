import type { CellRange } from './cell-range.js';
import { columnName } from './column-name.js';
import type { FaultList } from './table-fault.js';
import type { TableSheet } from './table.types.js';

/**
 * Reports merged cells in the header and below it: Excel keeps a value in the first cell only, so the other
 * cells would silently count as empty. Titles above the header may be merged.
 */
export function reportMergedCells(sheet: TableSheet, merged: readonly CellRange[], faults: FaultList): void {
  const { headerRow } = sheet;
  if (headerRow === null) return;
  for (const range of merged) {
    if (range.lastRow < headerRow || !touchesTable(sheet, range)) continue;
    const inHeader = range.firstRow <= headerRow;
    faults.add({
      sheet: sheet.name,
      row: range.firstRow,
      column: columnName(range.firstColumn),
      header: sheet.headers.find((header) => header.index === range.firstColumn)?.name ?? null,
      value: range.ref,
      code: inHeader ? 'header.merged' : 'cell.merged',
      message: inHeader
        ? `表头 ${range.ref} 是合并单元格。请取消合并，让每一列只有一个表头、表头只占一行。`
        : `${range.ref} 是合并单元格，只有第一格有内容。请取消合并，并逐格填写。`,
    });
  }
}

/** Merged cells beside the table (remarks, signatures) are nobody's business. */
function touchesTable(sheet: TableSheet, range: CellRange): boolean {
  return sheet.headers.some(({ index }) => index >= range.firstColumn && index <= range.lastColumn);
}
