import type { TableSheet } from '#libs/tabular';
import { IMPORT_KINDS, type ImportKind, kindCalled } from './import-kind.js';
import { findColumn } from './record-columns.js';

/** With fewer known names it is somebody else's table. */
const NEEDED = 2;

/** Which kind of records a sheet or list holds: by its name, or by the columns it has; null where neither tells. */
export function recogniseKind({ name, headers }: Pick<TableSheet, 'name' | 'headers'>): ImportKind | null {
  const called = kindCalled(name);
  if (called) return called;
  const points = IMPORT_KINDS.map((kind) => ({
    kind,
    known: headers.filter((header) => findColumn(kind, header.name)).length,
  })).sort((a, b) => b.known - a.known);
  const [best, second] = points;
  if (!best || best.known < NEEDED || best.known === second?.known) return null;
  return best.kind;
}
