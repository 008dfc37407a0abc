import type { TableHeader, TableRow } from '#libs/tabular';
import type { FaultBook } from '../fault-book.js';
import { type NamedValue, type PlacedRecord, placeRecord, type TableTraits } from '../placed-record.js';
import { applyRule, cellOf, type Cells, fieldsOfRule, holds, textOf } from './apply-rule.js';
import type { FieldRule, ImportMap, RecordRule } from './import-map.js';

/** Every source field that a map looks at: the header is found by these names. */
export const fieldsOfMap = (map: ImportMap): string[] => [
  ...new Set(
    map.records.flatMap((record) => [
      ...record.if.map(({ field }) => field),
      ...Object.values(record.fields).flatMap(fieldsOfRule),
    ]),
  ),
];

/** A table whose rows are to be mapped. */
export interface MappedTable {
  file: string;
  sheet: string;
  headers: readonly TableHeader[];
  traits: TableTraits;
}

/** Makes the records of one row after another, over all sheets of an import. */
export class RowMapper {
  private readonly counters = new Map<string, number>();

  constructor(private readonly map: ImportMap) {}

  recordsOf({ row, cells }: TableRow, table: MappedTable, book: FaultBook): PlacedRecord[] {
    const place = { file: table.file, sheet: table.sheet, row };
    return this.map.records
      .filter((rule) => rule.if.every((condition) => holds(condition, cells)))
      .map((rule) => {
        const values = this.valuesOf(rule, cells, table.headers);
        const record = placeRecord(rule.kind, place, values, table.traits, book);
        return { ...record, distinct: rule.distinct };
      });
  }

  private valuesOf(rule: RecordRule, cells: Cells, headers: readonly TableHeader[]): NamedValue[] {
    return Object.entries(rule.fields).map(([name, field]) => {
      const count = (group: string): number =>
        this.count(`${this.map.records.indexOf(rule)} ${name} ${group}`);
      const mapped = applyRule(field, cells, count);
      return { name, ...this.sourceOf(field, cells, headers), mapped };
    });
  }

  /** The first field with content that the rule looks at: there a person changes what is wrong. */
  private sourceOf(rule: FieldRule, cells: Cells, headers: readonly TableHeader[]): Omit<NamedValue, 'name'> {
    const fields = fieldsOfRule(rule);
    const field = fields.find((name) => textOf(cellOf(cells, name)) !== '') ?? fields[0];
    if (field === undefined) return { column: null, header: null, value: rule.value };
    const column = headers.find(({ name }) => name === field)?.column ?? null;
    return { column, header: field, value: cellOf(cells, field) };
  }

  private count(group: string): number {
    const next = (this.counters.get(group) ?? 0) + 1;
    this.counters.set(group, next);
    return next;
  }
}
