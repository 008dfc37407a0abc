import { CellProblem } from './cell-problem.js';
import { columnName } from './column-name.js';
import { normalizeHeader, type KnownHeaders } from './header-names.js';
import type { FaultList } from './table-fault.js';
import type { CellValue, TableHeader } from './table.types.js';

/** A cell as a reader delivers it, before the header is known. Holes and null are empty cells. */
export type RawCell = CellValue | CellProblem | undefined;

/** The text by which a cell can serve as header; empty when it cannot. */
export function headerText(cell: RawCell): string {
  return typeof cell === 'string' ? normalizeHeader(cell) : '';
}

/** Whether the row may be the header: enough of the known names, or, where none are known, any text at all. */
export function isHeaderRow(cells: readonly RawCell[], known: KnownHeaders | null): boolean {
  const texts = cells.map(headerText).filter((text) => text !== '');
  if (!known) return texts.length > 0;
  return new Set(texts.filter((text) => known.find(text) !== undefined)).size >= known.needed;
}

/**
 * Takes the headers from their row. Reports unnamed columns between named ones, numbers in place of names and
 * repeated names; the columns concerned are left out (of repeated ones the first is kept).
 */
export function takeHeaders(
  cells: readonly RawCell[],
  known: KnownHeaders | null,
  place: { sheet: string; row: number },
  faults: FaultList,
): TableHeader[] {
  const headers = new Map<string, TableHeader>();
  const firstNamed = cells.findIndex((cell) => headerText(cell) !== '');
  for (let index = firstNamed; index < cells.length; index += 1) {
    const cell = cells[index];
    const text = headerText(cell);
    const name = known?.find(text) ?? text;
    const column = columnName(index);
    const report = (code: 'header.empty' | 'header.duplicate' | 'header.invalid', message: string): void =>
      faults.add({ ...place, column, header: name || null, value: rawValue(cell), code, message });
    const first = headers.get(name);
    if (isEmpty(cell)) report('header.empty', `${column} 列没有表头。请补上表头，或删去这一列。`);
    else if (name === '') report('header.invalid', `${column} 列的表头不是文字。请改为文字，或删去这一列。`);
    // A property of this name would change the row object itself.
    else if (name === '__proto__') report('header.invalid', `${column} 列的表头不能用这个名称。请改名。`);
    else if (first) {
      report(
        'header.duplicate',
        `表头“${name}”在 ${first.column} 列已有，重复了。请改名或删去 ${column} 列。`,
      );
    } else headers.set(name, { name, column, index });
  }
  return [...headers.values()];
}

function isEmpty(cell: RawCell): boolean {
  return cell === undefined || cell === null || (typeof cell === 'string' && normalizeHeader(cell) === '');
}

/** What stood in the cell, for a report. */
export function rawValue(cell: RawCell): unknown {
  return cell instanceof CellProblem ? cell.raw : cell;
}
