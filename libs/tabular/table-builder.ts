import { CellProblem } from './cell-problem.js';
import type { CellRange } from './cell-range.js';
import { columnName } from './column-name.js';
import { isHeaderRow, rawValue, takeHeaders, type RawCell } from './header-row.js';
import { reportMergedCells } from './merged-cells.js';
import type { ReadContext } from './read-context.js';
import type { CellValue, TableHeader, TableRow, TableSheet } from './table.types.js';

/** Title rows that may stand above the header when its names are known. */
const MAX_TITLE_ROWS = 5;

/** Makes a sheet out of raw rows: finds the header, names the cells, reports what does not fit. */
export class TableBuilder {
  private readonly sheet: TableSheet;
  private lastHeaderIndex = -1;
  private rowsSeen = 0;
  private firstRow: { row: number; cells: readonly RawCell[] } | null = null;

  constructor(
    name: string,
    private readonly context: ReadContext,
  ) {
    this.sheet = { name, headerRow: null, headers: [], rows: [] };
  }

  /** @param cells may be sparse; rows without content are passed over */
  addRow(row: number, cells: readonly RawCell[]): void {
    const count = this.countContent(cells);
    if (count === 0) return;
    this.rowsSeen += 1;
    this.context.budget.spend(count, this.rowsSeen);
    if (this.sheet.headerRow === null) this.lookForHeader(row, cells);
    else this.sheet.rows.push(this.nameCells(row, cells));
  }

  /** @param merged merged ranges of the sheet, in any order */
  finish(merged: readonly CellRange[] = []): TableSheet {
    if (this.firstRow && this.sheet.headerRow === null) this.reportMissingHeader(this.firstRow);
    reportMergedCells(this.sheet, merged, this.context.faults);
    return this.sheet;
  }

  private countContent(cells: readonly RawCell[]): number {
    let count = 0;
    // forEach passes over holes, so that one cell in the last column costs nothing.
    cells.forEach((cell, index) => {
      if (isBlank(cell)) return;
      count += 1;
      this.context.budget.checkColumns(index + 1);
    });
    return count;
  }

  private lookForHeader(row: number, cells: readonly RawCell[]): void {
    const { known, faults } = this.context;
    this.firstRow ??= { row, cells };
    if (this.rowsSeen > (known ? MAX_TITLE_ROWS + 1 : 1) || !isHeaderRow(cells, known)) return;
    const width = cells.findLastIndex((cell) => !isBlank(cell)) + 1;
    const dense = Array.from({ length: width }, (_, index) => cells[index]);
    this.sheet.headerRow = row;
    this.sheet.headers = takeHeaders(dense, known, { sheet: this.sheet.name, row }, faults);
    this.lastHeaderIndex = width - 1;
  }

  private nameCells(row: number, cells: readonly RawCell[]): TableRow {
    const named: Record<string, CellValue> = {};
    for (const header of this.sheet.headers)
      named[header.name] = this.value(row, header, cells[header.index]);
    if (cells.length - 1 > this.lastHeaderIndex) this.reportCellsOutside(row, cells);
    return { row, cells: named };
  }

  private value(row: number, header: TableHeader, cell: RawCell): CellValue {
    const checked = this.tooLong(cell) ? new CellProblem('cell.too_long', cell) : cell;
    if (!(checked instanceof CellProblem)) return checked ?? null;
    const { code, message, raw } = checked;
    const place = { sheet: this.sheet.name, row, column: header.column, header: header.name };
    this.context.faults.add({ ...place, value: raw, code, message });
    return null;
  }

  private tooLong(cell: RawCell): boolean {
    return typeof cell === 'string' && cell.length > this.context.limits.maxCellLength;
  }

  private reportCellsOutside(row: number, cells: readonly RawCell[]): void {
    const index = cells.findIndex((cell, at) => at > this.lastHeaderIndex && !isBlank(cell));
    if (index < 0) return;
    const column = columnName(index);
    this.context.faults.add({
      sheet: this.sheet.name,
      row,
      column,
      header: null,
      value: rawValue(cells[index]),
      code: 'cell.no_header',
      message: `${column} 列没有表头，却有内容。请补上表头或删去内容；CSV 里含逗号的内容要用英文双引号括起来。`,
    });
  }

  private reportMissingHeader(first: { row: number; cells: readonly RawCell[] }): void {
    const index = first.cells.findIndex((cell) => !isBlank(cell));
    const names = this.context.known?.names.slice(0, 6).join('、');
    this.context.faults.add({
      sheet: this.sheet.name,
      row: first.row,
      column: columnName(index),
      header: null,
      value: rawValue(first.cells[index]),
      code: 'header.not_found',
      message: names
        ? `没有找到表头。请在前 ${MAX_TITLE_ROWS + 1} 行内写上表头，至少有其中两列：${names} 等。`
        : '没有找到表头。请在第一行写上各列的名称。',
    });
  }
}

function isBlank(cell: RawCell): boolean {
  return cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '');
}
