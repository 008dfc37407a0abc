import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import type { ReadContext } from '../read-context.js';
import { TableBuilder } from '../table-builder.js';
import type { TableSheet } from '../table.types.js';
import { TabularFileError } from '../tabular-file.error.js';
import type { Delimiter } from './delimiter.js';

/** Characters handed on at a time: other requests get their turn in between. */
const CHUNK_LENGTH = 65_536;

/**
 * Reads CSV or TSV text (RFC 4180, with quotes inside unquoted fields tolerated as Excel does). Row numbers are
 * those Excel would show: a record with line breaks inside quotes counts once, an empty line counts.
 * @throws TabularFileError `file.quote_not_closed`, and those of too much content
 */
export async function readDelimitedText(
  text: string,
  delimiter: Delimiter,
  name: string,
  context: ReadContext,
): Promise<TableSheet> {
  const builder = new TableBuilder(name, context);
  const { maxColumns, maxCellLength } = context.limits;
  const records = Readable.from(chunks(text)).pipe(
    parse({
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      // An opening quote that is never closed would otherwise gather the whole rest of the file.
      max_record_size: maxColumns * maxCellLength,
    }),
  );
  let row = 0;
  try {
    for await (const record of records as AsyncIterable<string[]>) {
      row += 1;
      builder.addRow(row, record.map(cellText));
    }
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    // Not `row`: records parsed before the fault may not have arrived here.
    const complete = Number(cause['records']);
    throw new TabularFileError('file.quote_not_closed', `第 ${complete + 1} 行`, { cause });
  }
  return builder.finish();
}

function cellText(field: string): string | null {
  return field === '' ? null : field.replaceAll('\r\n', '\n');
}

async function* chunks(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length;) {
    let end = Math.min(at + CHUNK_LENGTH, text.length);
    // A surrogate pair cut in two would be encoded as two replacement characters.
    if (end < text.length && /[\uD800-\uDBFF]/.test(text[end - 1] ?? '')) end += 1;
    await setImmediate();
    yield text.slice(at, end);
    at = end;
  }
}
