import type { ReadContext } from '../read-context.js';
import type { JsonValue, TableSheet } from '../table.types.js';
import { TabularFileError } from '../tabular-file.error.js';
import { jsonErrorPlace } from './json-error-place.js';
import { isJsonObject, JsonSheetBuilder, type JsonObject } from './json-records.js';

/**
 * Reads JSON: a list of records (one sheet, called `name`), or an object with named lists (a sheet each, called
 * like the list). Row numbers are places in the list, from 1.
 * @throws TabularFileError `file.json_invalid`, `file.json_no_list`, and those of too much content
 */
export function readJson(text: string, name: string, context: ReadContext): TableSheet[] {
  const value = parseJson(text);
  if (Array.isArray(value)) return [listSheet(name, value, context)];
  if (!isJsonObject(value)) throw new TabularFileError('file.json_no_list');
  return namedLists(value, context);
}

function parseJson(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch (cause) {
    throw new TabularFileError('file.json_invalid', jsonErrorPlace(text, cause), { cause });
  }
}

function namedLists(value: JsonObject, context: ReadContext): TableSheet[] {
  const sheets: TableSheet[] = [];
  const others: [string, JsonValue][] = [];
  for (const [name, list] of Object.entries(value)) {
    if (Array.isArray(list)) sheets.push(listSheet(name, list, context));
    else others.push([name, list]);
  }
  if (sheets.length === 0) throw new TabularFileError('file.json_no_list');
  for (const [name, other] of others) {
    const message = `“${name}”不是列表，没有读取。请写成 "${name}": [{…}]，或删去。`;
    const place = { sheet: name, row: 1, column: null, header: null };
    context.faults.add({ ...place, value: other, code: 'list.not_a_list', message });
  }
  return sheets;
}

function listSheet(name: string, list: JsonValue[], context: ReadContext): TableSheet {
  const builder = new JsonSheetBuilder(name, context);
  list.forEach((record, index) => builder.add(index + 1, record));
  return builder.finish();
}
