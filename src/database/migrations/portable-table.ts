import {
  type QueryRunner,
  Table,
  type TableColumnOptions,
  type TableForeignKeyOptions,
  type TableIndexOptions,
} from 'typeorm';
import { longBytesType, longTextType, type Dialect } from '../portable-columns.js';

type Extra = Partial<TableColumnOptions>;

/** Columns in the types that all databases share; `dialect` is needed for long texts only. */
export function columnsFor(dialect: Dialect) {
  const column = (name: string, type: string, extra: Extra = {}): TableColumnOptions => ({
    name,
    type,
    ...extra,
  });
  return {
    id: (): TableColumnOptions => column('id', 'varchar', { length: '26', isPrimary: true }),
    key: (name: string, length = 26): TableColumnOptions =>
      column(name, 'varchar', { length: String(length), isPrimary: true }),
    ref: (name: string, extra: Extra = {}): TableColumnOptions =>
      column(name, 'varchar', { length: '26', ...extra }),
    text: (name: string, length: number, extra: Extra = {}): TableColumnOptions =>
      column(name, 'varchar', { length: String(length), ...extra }),
    long: (name: string, extra: Extra = {}): TableColumnOptions => column(name, longTextType(dialect), extra),
    bytes: (name: string, extra: Extra = {}): TableColumnOptions =>
      column(name, longBytesType(dialect), extra),
    int: (name: string, extra: Extra = {}): TableColumnOptions => column(name, 'integer', extra),
    big: (name: string, extra: Extra = {}): TableColumnOptions => column(name, 'bigint', extra),
    flag: (name: string): TableColumnOptions => column(name, 'boolean'),
    instant: (name: string, extra: Extra = {}): TableColumnOptions =>
      column(name, 'datetime', { precision: 3, ...extra }),
    date: (name: string, extra: Extra = {}): TableColumnOptions => column(name, 'date', extra),
  };
}

/** For a column that may be empty. */
export const NULLABLE: Extra = { isNullable: true };

/** A named foreign key to `id` of another table. */
export const references = (
  name: string,
  column: string,
  table: string,
  onDelete: 'CASCADE' | 'RESTRICT',
): TableForeignKeyOptions => ({
  name,
  columnNames: [column],
  referencedTableName: table,
  referencedColumnNames: ['id'],
  onDelete,
  onUpdate: 'NO ACTION',
});

export const unique = (name: string, ...columnNames: string[]): TableIndexOptions => ({
  name,
  columnNames,
  isUnique: true,
});

export const index = (name: string, ...columnNames: string[]): TableIndexOptions => ({ name, columnNames });

export async function createTable(
  runner: QueryRunner,
  name: string,
  columns: TableColumnOptions[],
  indices: TableIndexOptions[] = [],
  foreignKeys: TableForeignKeyOptions[] = [],
): Promise<void> {
  await runner.createTable(new Table({ name, columns, indices, foreignKeys }));
}

/** Which dialect a migration is running on. */
export const dialectOfRunner = (runner: QueryRunner): Dialect =>
  runner.connection.options.type === 'better-sqlite3' ? 'sqlite' : 'mysql';
