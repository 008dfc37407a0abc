import { Column, getMetadataArgsStorage, PrimaryColumn } from 'typeorm';

/** The databases this project runs on: the embedded one, and MySQL 8 or MariaDB ≥ 10.6. */
export type Dialect = 'sqlite' | 'mysql';

type LongKind = 'text' | 'bytes';

const longColumns: { target: object; property: string | symbol; kind: LongKind }[] = [];

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
    longColumns.push({ target: target.constructor, property, kind: 'text' });
    Column({ type: 'text', ...options })(target, property);
  };
}

/** Bytes without a practical limit; as for texts, MySQL's `blob` ends at 64 KB. */
export function LongBytesColumn(options: { nullable?: boolean } = {}): PropertyDecorator {
  return (target, property) => {
    longColumns.push({ target: target.constructor, property, kind: 'bytes' });
    Column({ type: 'blob', transformer: plainBytes, ...options })(target, property);
  };
}

/** The embedded database answers with array buffers and takes buffers only. */
export const toBytes = (value: ArrayBuffer | Uint8Array): Buffer =>
  value instanceof ArrayBuffer
    ? Buffer.from(value)
    : Buffer.from(value.buffer, value.byteOffset, value.byteLength);

const plainBytes = {
  to: (value: Uint8Array | null) => value && toBytes(value),
  from: (value: ArrayBuffer | Uint8Array | null) => value && toBytes(value),
};

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

/** Gives every long column the type of the database; called before a data source is made. */
export function adaptColumnsTo(dialect: Dialect): void {
  for (const column of getMetadataArgsStorage().columns) {
    const long = longColumns.find(
      ({ target, property }) => target === column.target && String(property) === column.propertyName,
    );
    if (long) column.options.type = long.kind === 'text' ? longTextType(dialect) : longBytesType(dialect);
  }
}

/** The column type of a long text, also used by migrations. */
export const longTextType = (dialect: Dialect): 'text' | 'longtext' =>
  dialect === 'mysql' ? 'longtext' : 'text';

/** The column type of long bytes, also used by migrations. */
export const longBytesType = (dialect: Dialect): 'blob' | 'longblob' =>
  dialect === 'mysql' ? 'longblob' : 'blob';
