import { setImmediate } from 'node:timers/promises';
import type { ReadContext } from '../read-context.js';
import type { JsonValue, TableSheet } from '../table.types.js';
import { JsonSheetBuilder } from './json-records.js';

/** Lines read before other requests get their turn. */
const LINES_AT_A_TIME = 500;

/** Reads JSON Lines: one record a line; a line that is no record becomes a fault, and reading goes on. */
export async function readJsonLines(text: string, name: string, context: ReadContext): Promise<TableSheet> {
  const builder = new JsonSheetBuilder(name, context);
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    if (index % LINES_AT_A_TIME === 0) await setImmediate();
    if (line.trim() !== '') addLine(builder, index + 1, line);
  }
  return builder.finish();
}

function addLine(builder: JsonSheetBuilder, row: number, line: string): void {
  const value = parseLine(line);
  if (value !== undefined) builder.add(row, value);
  else {
    const message = '这一行不是完整的 JSON。请检查括号、引号和逗号，一行写一条记录。';
    builder.report(row, 'record.invalid_json', line.trim(), message);
  }
}

function parseLine(line: string): JsonValue | undefined {
  try {
    return JSON.parse(line) as JsonValue;
  } catch {
    return undefined;
  }
}
