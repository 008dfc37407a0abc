import { DataSource } from 'typeorm';
import type { AppConfig } from '../../src/config/app-config.js';
import { dataSourceOptions } from '../../src/database/data-source-options.js';

/** Everything an import writes, in an order that foreign keys allow. */
const TABLES = [
  'department',
  'topic',
  'policy',
  'clause',
  'clause_version',
  'clause_version_topic',
  'change_feed',
  'outbox_event',
];
const ROWS_PER_INSERT = 300;

type Rows = Map<string, Record<string, unknown>[]>;

async function readRows(config: AppConfig): Promise<Rows> {
  const source = await new DataSource(dataSourceOptions(config)).initialize();
  const rows: Rows = new Map();
  for (const table of TABLES) rows.set(table, await source.query(`SELECT * FROM ${table}`));
  await source.destroy();
  return rows;
}

/**
 * Copies what an import wrote into an empty database with nothing but multi-row INSERTs in one transaction.
 * @returns seconds that the transaction took
 */
export async function bareInsertSeconds(from: AppConfig, into: AppConfig): Promise<number> {
  const rows = await readRows(from);
  const target = await new DataSource(dataSourceOptions(into)).initialize();
  await target.runMigrations();
  const started = performance.now();
  await target.transaction(async (manager) => {
    for (const [table, all] of rows) {
      const columns = Object.keys(all[0] ?? {});
      const tuple = `(${columns.map(() => '?').join(',')})`;
      for (let at = 0; at < all.length; at += ROWS_PER_INSERT) {
        const part = all.slice(at, at + ROWS_PER_INSERT);
        const tuples = part.map(() => tuple).join(',');
        const values = part.flatMap((row) => columns.map((column) => row[column]));
        await manager.query(`INSERT INTO ${table} (${columns.join(',')}) VALUES ${tuples}`, values);
      }
    }
  });
  const seconds = (performance.now() - started) / 1000;
  await target.destroy();
  return seconds;
}
