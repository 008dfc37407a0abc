import { readTable } from '../read-table.js';
import type { ReadTableOptions } from '../read-context.js';
import { TabularFileError } from '../tabular-file.error.js';
import type { TableFile, TableSheet } from '../table.types.js';

/** Reads bytes or text as if they had come under that name. */
export function read(
  content: Buffer | string,
  fileName = 'table',
  options?: ReadTableOptions,
): Promise<TableFile> {
  return readTable({ buffer: Buffer.from(content), fileName }, options);
}

/** The first sheet of a file that has one. */
export function firstSheet(file: TableFile): TableSheet {
  const [sheet] = file.sheets;
  if (!sheet) throw new Error('the file has no sheet');
  return sheet;
}

/** What each row holds, without its place. */
export function cellsOf(sheet: TableSheet): unknown[] {
  return sheet.rows.map(({ cells }) => cells);
}

/** `code@column+row` of each fault, in order. */
export function faultPlaces(file: TableFile): string[] {
  return file.faults.map(({ code, column, row }) => `${code}@${column ?? ''}${row}`);
}

/** The code of the refusal that the reading ends with; fails when it does not end with one. */
export async function refusal(reading: Promise<TableFile>): Promise<string> {
  try {
    await reading;
  } catch (error) {
    if (error instanceof TabularFileError) return error.code;
    throw error;
  }
  throw new Error('the file was not refused');
}
