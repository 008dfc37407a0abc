import type { CellValue } from '#libs/tabular';
import type { FaultBook, RowPlace } from './fault-book.js';
import type { ImportKind } from './import-kind.js';
import { findColumn, RECORD_COLUMNS } from './record-columns.js';

/** Where a value of a record came from. */
export interface ValueSource {
  column: string | null;
  header: string | null;
  value: unknown;
}

/** A record that is not validated yet, and where all of it stood. */
export interface PlacedRecord {
  kind: ImportKind;
  place: RowPlace;
  plain: Record<string, unknown>;
  /** By path in the record; fields that were empty included. */
  sources: Map<string, ValueSource>;
  /** Made from several rows alike: repeating it is no fault. */
  distinct: boolean;
  /** Something of it could not be read: what is left must not pass for the whole. */
  faulty: boolean;
}

/** A value for a record under the name of a field or column. */
export interface NamedValue extends ValueSource {
  name: string;
  value: CellValue | undefined;
  /** What the record gets, where a map made it of `value`. */
  mapped?: CellValue;
}

const isEmpty = (value: CellValue | undefined): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

function setPath(plain: Record<string, unknown>, path: string, value: unknown): void {
  const [outer = '', inner] = path.split('.');
  if (inner === undefined) plain[outer] = value;
  else plain[outer] = { ...(plain[outer] as object | undefined), [inner]: value };
}

/** JSON may hold as one object what tables spread over columns. */
const isGroup = (kind: ImportKind, name: string): boolean =>
  RECORD_COLUMNS[kind].some(({ field }) => field.startsWith(`${name}.`));

/** A unit says nothing without an amount, and tables repeat it down the column. */
function dropLoneUnit(plain: Record<string, unknown>): void {
  const amount = plain['amount'];
  if (typeof amount !== 'object' || amount === null) return;
  if (!('min' in amount) && !('max' in amount)) delete plain['amount'];
}

/** What is known of the table that values come from. */
export interface TableTraits {
  date1904: boolean;
  /** Reports names that mean no field; tables may have columns of their own. */
  strict: boolean;
}

/** Makes a record of named values; cells that cannot be read become faults. */
export function placeRecord(
  kind: ImportKind,
  place: RowPlace,
  values: readonly NamedValue[],
  traits: TableTraits,
  book: FaultBook,
): PlacedRecord {
  const plain: Record<string, unknown> = {};
  const sources = new Map<string, ValueSource>();
  let faulty = book.hasRow(place);
  const report = (source: ValueSource, message: string): void => {
    faulty = true;
    book.add({ ...place, ...source, message });
  };
  for (const named of values) {
    const { name, column, header, value } = named;
    const raw = 'mapped' in named ? named.mapped : value;
    const known = findColumn(kind, name);
    const source = { column, header, value };
    if (known) {
      sources.set(known.field, source);
      if (raw === undefined || isEmpty(raw)) continue;
      const reading = known.read(raw, traits.date1904);
      if (reading.ok) setPath(plain, known.field, reading.value);
      else report(source, reading.message);
    } else if (isGroup(kind, name)) {
      sources.set(name, source);
      if (!isEmpty(value)) plain[name] = value;
    } else if (traits.strict) {
      report(source, '没有这个字段，请删去');
    }
  }
  dropLoneUnit(plain);
  return { kind, place, plain, sources, distinct: false, faulty };
}

/** Where to look for a fault of the record at `path`, e.g. `steps.2.actor` or `amount.unit`. */
export function sourceOf(record: PlacedRecord, path: string): ValueSource {
  for (let part = path; part !== ''; part = part.slice(0, Math.max(0, part.lastIndexOf('.')))) {
    const source = record.sources.get(part);
    if (source) return source;
  }
  const missing = findColumn(record.kind, path);
  return { column: null, header: missing?.header ?? path, value: null };
}
