import { DataSource } from 'typeorm';
import type { AppConfig } from '../../src/config/app-config.js';
import { dataSourceOptions } from '../../src/database/data-source-options.js';
import { IMPORTED_TABLES } from '../support/open-imports.js';
import { insertRows } from './insert-rows.js';

const ROWS_PER_INSERT = 300;

type Rows = Map<string, Record<string, unknown>[]>;

async function readRows(config: AppConfig): Promise<Rows> {
  const source = await new DataSource(dataSourceOptions(config)).initialize();
  const rows: Rows = new Map();
  for (const table of IMPORTED_TABLES) rows.set(table, await source.query(`SELECT * FROM ${table}`));
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
    for (const [table, all] of rows) await insertRows(manager, table, all, ROWS_PER_INSERT);
  });
  const seconds = (performance.now() - started) / 1000;
  await target.destroy();
  return seconds;
}
