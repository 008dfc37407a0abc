import type { ReadContext } from '../read-context.js';
import type { JsonValue, TableRow, TableSheet } from '../table.types.js';

export type JsonObject = { [key: string]: JsonValue };

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Makes a sheet of records whose values stay as they are; headers are the property names as they turn up. */
export class JsonSheetBuilder {
  private readonly names = new Set<string>();
  private readonly rows: TableRow[] = [];

  constructor(
    private readonly name: string,
    private readonly context: ReadContext,
  ) {}

  /** @param row what a person finds the record by: place in its list, or line */
  add(row: number, value: JsonValue): void {
    if (!isJsonObject(value)) {
      this.report(row, 'record.not_object', value, '这一条不是记录。请写成 {"名称": "值"} 的样子。');
      return;
    }
    const names = Object.keys(value);
    for (const name of names) this.names.add(name);
    this.context.budget.checkColumns(this.names.size);
    this.rows.push({ row, cells: value });
    this.context.budget.spend(names.length, this.rows.length);
  }

  report(
    row: number,
    code: 'record.not_object' | 'record.invalid_json',
    value: unknown,
    message: string,
  ): void {
    const place = { sheet: this.name, row, column: null, header: null };
    this.context.faults.add({ ...place, value, code, message });
  }

  finish(): TableSheet {
    const headers = [...this.names].map((name, index) => ({ name, column: name, index }));
    return { name: this.name, headerRow: null, headers, rows: this.rows };
  }
}
