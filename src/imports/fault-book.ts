import { cutValue, type TableFault } from '#libs/tabular';
import { type ImportFault, REPORTED_AT_MOST } from './import-report.js';

/** Where a row stands. */
export interface RowPlace {
  file: string;
  sheet: string;
  row: number;
}

/** What is wrong at a place, before its value is cut to what a report can show. */
export type FoundFault = RowPlace & {
  column: string | null;
  header: string | null;
  value: unknown;
  message: string;
};

const keyOf = ({ file, sheet, row }: RowPlace): string => JSON.stringify([file, sheet, row]);

/** Gathers faults: lists the first, counts all, and tells each place once. */
export class FaultBook {
  readonly faults: ImportFault[] = [];
  count = 0;
  /** Those among `count` of which nothing more is known. */
  unlisted = 0;
  private readonly places = new Set<string>();
  private readonly rows = new Set<string>();

  add(fault: FoundFault): void {
    const place = `${keyOf(fault)}${fault.column ?? fault.header ?? fault.message}`;
    this.rows.add(keyOf(fault));
    // A cell that could not be read is missing, too: the first fault says what to do.
    if (this.places.has(place)) return;
    this.places.add(place);
    this.count += 1;
    if (this.faults.length < REPORTED_AT_MOST) this.faults.push({ ...fault, value: cutValue(fault.value) });
  }

  /** Faults of the reader; those of a merged range spoil each of its rows. */
  addTableFault(file: string, fault: TableFault): void {
    this.add({ ...fault, file });
    const range = fault.code === 'cell.merged' ? /^\D+(\d+):\D+(\d+)$/.exec(fault.value ?? '') : null;
    if (!range) return;
    for (let row = Number(range[1]); row <= Number(range[2]); row += 1)
      this.rows.add(keyOf({ file, sheet: fault.sheet, row }));
  }

  /** Counts faults that are not known one by one. */
  addUnlisted(count: number): void {
    this.count += count;
    this.unlisted += count;
  }

  hasRow(place: RowPlace): boolean {
    return this.rows.has(keyOf(place));
  }

  /** A book that begins with all of this one, for work that may be repeated. */
  copy(): FaultBook {
    const copy = new FaultBook();
    copy.faults.push(...this.faults);
    copy.count = this.count;
    copy.unlisted = this.unlisted;
    for (const place of this.places) copy.places.add(place);
    for (const row of this.rows) copy.rows.add(row);
    return copy;
  }
}
