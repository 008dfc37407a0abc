export type WriteValue = string | number | boolean | Date | null | undefined;

export interface WriteColumn {
  header: string;
  /** In characters; Chinese characters take two. Default 16. */
  width?: number;
  /** Shown when a cell of the column is selected; cut to Excel's 255 characters. */
  note?: string;
}

export interface ListValidation {
  /** Header of the column it is for. */
  header: string;
  values: readonly string[];
  /** Whether other values than these are let through. Default false. */
  allowOther?: boolean;
}

export interface WriteSheet {
  /** At most 31 characters, without `: \ / ? * [ ]`. */
  name: string;
  columns: readonly WriteColumn[];
  /** By header, like `TableRow.cells`; what has no column is left out. */
  rows: readonly Readonly<Record<string, WriteValue>>[];
  listValidations?: readonly ListValidation[];
}

export interface WriteXlsxOptions {
  sheets: readonly WriteSheet[];
  /** Escape text that looks like a formula (`escapeFormula`): for exports of what others entered. Default false. */
  escapeFormulas?: boolean;
}
