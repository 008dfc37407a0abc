import { parse as parsePath } from 'node:path';
import { sniffBinaryFormat } from './binary-format.sniffer.js';
import { createReadContext, type ReadContext, type ReadTableOptions } from './read-context.js';
import { readSource, type TableSource } from './read-source.js';
import type { TableFile } from './table.types.js';
import { TabularFileError } from './tabular-file.error.js';
import { detectDelimiter } from './text/delimiter.js';
import { readDelimitedText } from './text/delimited-text.reader.js';
import { readJsonLines } from './text/json-lines.reader.js';
import { readJson } from './text/json.reader.js';
import { refuseMarkup } from './text/markup.sniffer.js';
import { decodeText } from './text/text-encoding.decoder.js';
import { sniffTextFormat } from './text/text-format.sniffer.js';
import { readXlsx } from './xlsx/xlsx.reader.js';

type Content = Omit<TableFile, 'faults' | 'omittedFaults'>;

/**
 * Reads XLSX, CSV, TSV, JSON or JSON Lines into rows that know where they stand. The format is told by the
 * content, never by the file name. What is wrong with single rows and cells is in `faults`; reading goes on.
 * @throws TabularFileError when the file as a whole is refused; then nothing of it was read
 */
export async function readTable(source: TableSource, options: ReadTableOptions = {}): Promise<TableFile> {
  const context = createReadContext(options);
  const { bytes, fileName } = await readSource(source, context.limits);
  const content =
    sniffBinaryFormat(bytes) === 'zip'
      ? await xlsxContent(bytes, context)
      : await textContent(bytes, fileName, context);
  const { faults, omitted } = context.faults;
  const isEmpty = content.sheets.every((sheet) => sheet.headers.length === 0 && sheet.rows.length === 0);
  if (isEmpty && faults.length === 0) throw new TabularFileError('file.no_rows');
  return { ...content, faults, omittedFaults: omitted };
}

async function xlsxContent(bytes: Buffer, context: ReadContext): Promise<Content> {
  return { format: 'xlsx', encoding: null, ...(await readXlsx(bytes, context)) };
}

async function textContent(bytes: Buffer, fileName: string, context: ReadContext): Promise<Content> {
  const { text, encoding } = decodeText(bytes);
  const { name } = parsePath(fileName);
  const common = { encoding, date1904: false, hiddenSheets: [] };
  const format = sniffTextFormat(text, fileName);
  if (format === 'json') return { ...common, format, sheets: readJson(text, name, context) };
  if (format === 'jsonl') return { ...common, format, sheets: [await readJsonLines(text, name, context)] };
  refuseMarkup(text);
  const delimiter = detectDelimiter(text);
  const sheet = await readDelimitedText(text, delimiter, name, context);
  return { ...common, format: delimiter === '\t' ? 'tsv' : 'csv', sheets: [sheet] };
}
