import type { EntityManager } from 'typeorm';
import { chunksOf } from '../../src/database/in-chunks.js';

/** Inserts rows with nothing but multi-row INSERTs of `size` rows: what our own ways of writing are compared with. */
export async function insertRows(
  manager: EntityManager,
  table: string,
  rows: readonly Record<string, unknown>[],
  size: number,
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const tuple = `(${columns.map(() => '?').join(',')})`;
  for (const part of chunksOf(rows, size)) {
    await manager.query(
      `INSERT INTO ${table} (${columns.join(',')}) VALUES ${part.map(() => tuple).join(',')}`,
      part.flatMap((row) => columns.map((column) => row[column])),
    );
  }
}
