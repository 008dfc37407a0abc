import type { ReadLimits } from './read-limits.js';
import { TabularFileError } from './tabular-file.error.js';

/** Counts what the answer holds over all sheets of a file, and refuses the file when it gets too much. */
export class CellBudget {
  private cells = 0;

  constructor(private readonly limits: ReadLimits) {}

  /** @param rows rows with content that the sheet has so far, this one included */
  spend(cells: number, rows: number): void {
    this.cells += cells;
    if (rows > this.limits.maxRows) throw refusal('file.too_many_rows', this.limits.maxRows);
    if (this.cells > this.limits.maxCells) throw refusal('file.too_many_cells', this.limits.maxCells);
  }

  /** @param columns columns up to the last one with content */
  checkColumns(columns: number): void {
    if (columns > this.limits.maxColumns) throw refusal('file.too_many_columns', this.limits.maxColumns);
  }
}

function refusal(
  code: 'file.too_many_rows' | 'file.too_many_columns' | 'file.too_many_cells',
  limit: number,
) {
  return new TabularFileError(code, limit.toLocaleString('en-US'));
}
