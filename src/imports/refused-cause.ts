import type { ImportKind } from './import-kind.js';
import type { PlacedRecord } from './placed-record.js';

/** The field of a clause that names a record of another kind. */
const REFERENCES: Record<string, ImportKind> = {
  department: 'departments',
  policy: 'policies',
  topics: 'topics',
};

/** All that other records of the file may call a refused one. */
const namesOf = ({ plain }: PlacedRecord): string[] =>
  ['code', 'name', 'shortName', 'title', 'documentNumber']
    .map((field) => plain[field])
    .filter((name) => typeof name === 'string');

/** Says so when what a record refers to stands in the file, but was refused itself. */
export function refusedCause(
  record: PlacedRecord,
  path: string,
  refused: readonly PlacedRecord[],
): string | null {
  const kind = REFERENCES[path];
  const named = record.plain[path];
  if (!kind || typeof named !== 'string') return null;
  const cause = refused.find((other) => other.kind === kind && namesOf(other).includes(named));
  if (!cause) return null;
  return `它在“${cause.place.sheet}”第 ${cause.place.row} 行有错误，没有导入。请先改正那一行`;
}
