import { Column, getMetadataArgsStorage, PrimaryColumn } from 'typeorm';

/** The databases this project runs on: the embedded one, and MySQL 8 or MariaDB ≥ 10.6. */
export type Dialect = 'sqlite' | 'mysql';

const longTexts: { target: object; property: string | symbol }[] = [];

/** A sortable id made in code (ULID, 26 characters). */
export const IdColumn = (): PropertyDecorator => PrimaryColumn({ type: 'varchar', length: 26 });

/** A reference to an `IdColumn`. */
export const ReferenceColumn = (options: { nullable?: boolean } = {}): PropertyDecorator =>
  Column({ type: 'varchar', length: 26, ...options });

/** An instant, kept in UTC with milliseconds. */
export const InstantColumn = (options: { nullable?: boolean } = {}): PropertyDecorator =>
  Column({ type: 'datetime', precision: 3, ...options });

/** A calendar date of Beijing time, YYYY-MM-DD. */
export const DateColumn = (options: { nullable?: boolean } = {}): PropertyDecorator =>
  Column({ type: 'date', ...options });

/**
 * A text without a practical limit. MySQL's `text` ends at 64 KB, too little for a policy, and its `longtext`
 * is unknown to SQLite: the type is set by `adaptColumnsTo` once the database is known.
 */
export function LongTextColumn(
  options: { nullable?: boolean; transformer?: JsonTransformer } = {},
): PropertyDecorator {
  return (target, property) => {
    longTexts.push({ target: target.constructor, property });
    Column({ type: 'text', ...options })(target, property);
  };
}

interface JsonTransformer {
  to(value: unknown): unknown;
  from(value: unknown): unknown;
}

const jsonText: JsonTransformer = {
  to: (value) => (value === null || value === undefined ? value : JSON.stringify(value)),
  from: (value) => (typeof value === 'string' ? JSON.parse(value) : value),
};

/** A JSON value that is always read and written whole. */
export const JsonColumn = (options: { nullable?: boolean } = {}): PropertyDecorator =>
  LongTextColumn({ ...options, transformer: jsonText });

/** Gives every `LongTextColumn` the type of the database; called before a data source is made. */
export function adaptColumnsTo(dialect: Dialect): void {
  const type = longTextType(dialect);
  for (const column of getMetadataArgsStorage().columns) {
    const isLong = longTexts.some(
      (long) => long.target === column.target && String(long.property) === column.propertyName,
    );
    if (isLong) column.options.type = type;
  }
}

/** The column type of a long text, also used by migrations. */
export const longTextType = (dialect: Dialect): 'text' | 'longtext' =>
  dialect === 'mysql' ? 'longtext' : 'text';
