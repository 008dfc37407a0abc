import { parseCellRange, parseCellRef, type CellRange } from '../cell-range.js';
import { LAST_COLUMN_INDEX, LAST_ROW } from '../column-name.js';
import type { RawCell } from '../header-row.js';
import { TabularFileError } from '../tabular-file.error.js';
import { cellValue, type CellContext, type CellElement } from './cell-value.js';
import { RichTextCollector } from './rich-text.js';
import type { XmlAttributes, XmlHandler } from './xml-stream.js';

/** Reports are cut long before; what stands behind is not worth the memory. */
const MAX_MERGED_RANGES = 10_000;

/** Turns the elements of a worksheet into rows, as they stream by. */
export class WorksheetHandler implements XmlHandler {
  readonly merged: CellRange[] = [];
  private readonly inline: RichTextCollector;
  private row = 0;
  private column = -1;
  private cells: RawCell[] = [];
  private cell: CellElement | null = null;
  private inValue = false;

  constructor(
    private readonly context: CellContext,
    private readonly maxLength: number,
    private readonly onRow: (row: number, cells: readonly RawCell[]) => void,
  ) {
    this.inline = new RichTextCollector(maxLength);
  }

  open(element: string, attributes: XmlAttributes): void {
    if (element === 'row') this.openRow(attributes);
    else if (element === 'c') this.openCell(attributes);
    else if (element === 'mergeCell') this.addMerged(attributes['ref'] ?? '');
    else if (!this.cell) return;
    else if (element === 'v') {
      this.inValue = true;
      this.cell.stored = '';
    } else if (element === 'f') this.cell.isFormula = true;
    else this.inline.open(element);
  }

  text(text: string): void {
    if (!this.cell) return;
    if (!this.inValue) this.inline.text(text);
    else if ((this.cell.stored?.length ?? 0) <= this.maxLength) this.cell.stored += text;
  }

  close(element: string): void {
    if (element === 'row') this.onRow(this.row, this.cells);
    else if (!this.cell) return;
    else if (element === 'v') this.inValue = false;
    else if (element === 'c') this.closeCell(this.cell);
    else this.inline.close(element);
  }

  /** `r` may be missing on rows and cells: then each follows the one before (18.3.1.73, 18.3.1.4). */
  private openRow({ r }: XmlAttributes): void {
    this.row = r === undefined ? this.row + 1 : Number(r);
    this.column = -1;
    this.cells = [];
    if (!Number.isInteger(this.row) || this.row < 1 || this.row > LAST_ROW) throw damaged();
  }

  private openCell({ r, t = 'n', s = '0' }: XmlAttributes): void {
    const at = r === undefined ? this.column + 1 : parseCellRef(r)?.column;
    if (at === undefined || at > LAST_COLUMN_INDEX) throw damaged();
    this.column = at;
    this.cell = { type: t, style: Number(s), stored: null, inline: '', isFormula: false };
  }

  private closeCell(cell: CellElement): void {
    cell.inline = this.inline.take();
    const value = cellValue(cell, this.context);
    if (value !== null) this.cells[this.column] = value;
    this.cell = null;
    this.inValue = false;
  }

  private addMerged(ref: string): void {
    const range = parseCellRange(ref);
    if (range && this.merged.length < MAX_MERGED_RANGES) this.merged.push(range);
  }
}

function damaged(): TabularFileError {
  return new TabularFileError('file.damaged', '单元格位置');
}
