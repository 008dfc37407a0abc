import type { TableFault } from './table-fault.js';

/** Any value JSON can hold. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/**
 * What a cell holds. XLSX: text, number, boolean, a date-formatted number as Date (its UTC fields are what
 * Excel shows), null when empty. CSV and TSV: text or null. JSON: the value as it stands.
 */
export type CellValue = JsonValue | Date;

export interface TableHeader {
  /** The known spelling where `headerCandidates` has it, otherwise the normalised text. */
  name: string;
  /** Column letters as Excel shows them; for JSON the property name. */
  column: string;
  /** 0-based. */
  index: number;
}

export interface TableRow {
  /** XLSX, CSV, TSV: as Excel numbers it, 1-based, header included. JSONL: line. JSON: place in its list. */
  row: number;
  /** Every header of the sheet is present (JSON: the record's own properties only). */
  cells: Record<string, CellValue>;
}

export interface TableSheet {
  name: string;
  /** Row of the header; null when there is none (JSON, empty sheet, header not found). */
  headerRow: number | null;
  headers: TableHeader[];
  rows: TableRow[];
}

export type TableFormat = 'xlsx' | 'csv' | 'tsv' | 'json' | 'jsonl';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface TableFile {
  format: TableFormat;
  /** null for XLSX. */
  encoding: TextEncoding | null;
  /** True when serial dates count from 1904: hand it to `parseDate` for cells that arrive as numbers. */
  date1904: boolean;
  sheets: TableSheet[];
  /** Names of hidden sheets, which are not read. */
  hiddenSheets: string[];
  /** In reading order, at most `limits.maxFaults`. */
  faults: TableFault[];
  /** How many faults are not in `faults` because there were too many. */
  omittedFaults: number;
}
