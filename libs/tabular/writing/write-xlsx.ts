import writeExcelFile, { type Cell, type Row } from 'write-excel-file/node';
import { escapeFormula } from './formula-escape.js';
import { LIST_SHEET_NAME, ListValues } from './list-values.sheet.js';
import { templateFeature } from './template.feature.js';
import type { WriteSheet, WriteValue, WriteXlsxOptions } from './write-xlsx.types.js';

const DEFAULT_WIDTH = 16;
const HEADER_FILL = '#E8EEF7';

/**
 * Writes a workbook for templates and exports: bold, frozen header; dates as yyyy-mm-dd (the UTC day); text
 * cells in text format, so that codes like 007 stay what they are when somebody edits them.
 * @throws Error when a sheet name is not one Excel takes
 */
export async function writeXlsx({ sheets, escapeFormulas = false }: WriteXlsxOptions): Promise<Buffer> {
  const lists = new ListValues(sheets);
  const written = sheets.map((sheet) => ({
    sheet: sheet.name,
    data: sheetData(sheet, escapeFormulas),
    columns: sheet.columns.map(({ width = DEFAULT_WIDTH }) => ({ width })),
    stickyRowsCount: 1,
  }));
  const hidden = lists.isEmpty ? [] : [{ sheet: LIST_SHEET_NAME, data: lists.rows() }];
  return writeExcelFile([...written, ...hidden], { features: [templateFeature(sheets, lists)] }).toBuffer();
}

function sheetData(sheet: WriteSheet, escapeFormulas: boolean): Row[] {
  const header: Row = sheet.columns.map(({ header: value }) => ({
    value,
    type: String,
    fontWeight: 'bold',
    backgroundColor: HEADER_FILL,
    alignVertical: 'top',
    wrap: true,
  }));
  return [
    header,
    ...sheet.rows.map((row) => sheet.columns.map((column) => cell(row[column.header], escapeFormulas))),
  ];
}

function cell(value: WriteValue, escapeFormulas: boolean): Cell {
  if (value === null || value === undefined || value === '') return null;
  if (value instanceof Date) return { value, type: Date, format: 'yyyy-mm-dd' };
  if (typeof value !== 'string') return value;
  const text = escapeFormulas ? escapeFormula(value) : value;
  return { value: text, type: String, format: '@', alignVertical: 'top', wrap: true };
}
