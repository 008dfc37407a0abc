/** One thing wrong with one place in a table. Faults are data: reading goes on behind them. */
export interface TableFault {
  sheet: string;
  /** As in `TableRow.row`. */
  row: number;
  /** Column letters (JSON: property name); null when the whole row is meant. */
  column: string | null;
  header: string | null;
  /** What stands there, cut to 60 characters. */
  value: string | null;
  code: TableFaultCode;
  /** Chinese; says what to do. */
  message: string;
}

export type TableFaultCode =
  | 'header.not_found'
  | 'header.merged'
  | 'header.duplicate'
  | 'header.empty'
  | 'header.invalid'
  | 'cell.no_header'
  | 'cell.merged'
  | 'cell.too_long'
  | 'cell.formula_error'
  | 'cell.formula_without_result'
  | 'cell.digits_lost'
  | 'cell.unreadable'
  | 'record.not_object'
  | 'record.invalid_json'
  | 'list.not_a_list';

const VALUE_LENGTH = 60;

/** Cuts what stands in a cell to what a report can show. */
export function cutValue(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text =
    value instanceof Date ? value.toISOString() : typeof value === 'string' ? value : asText(value);
  // Two units more than 60 surrogate pairs: what is still short after this is the whole text.
  const characters = Array.from(text.slice(0, VALUE_LENGTH * 2 + 2));
  return characters.length > VALUE_LENGTH ? `${characters.slice(0, VALUE_LENGTH - 1).join('')}…` : text;
}

function asText(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    // Nested deeper than can be written.
    return '…';
  }
}

/** Gathers faults up to a limit, so that a broken file of 100,000 rows does not become a broken report. */
export class FaultList {
  readonly faults: TableFault[] = [];
  omitted = 0;

  constructor(private readonly limit: number) {}

  add(fault: Omit<TableFault, 'value'> & { value: unknown }): void {
    if (this.faults.length >= this.limit) this.omitted += 1;
    else this.faults.push({ ...fault, value: cutValue(fault.value) });
  }
}
