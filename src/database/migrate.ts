import { setTimeout as wait } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { isLocked } from './driver-codes.js';

const LOCK_NAME = 'policy-supermarket.migration';
const PATIENCE_SECONDS = 120;
const RETRY_MS = 100;

/**
 * Brings the tables up to date. Several processes may start at once on an empty database: one migrates, the others
 * wait for it.
 */
export async function migrate(source: DataSource): Promise<void> {
  if (source.options.type === 'better-sqlite3') await migrateEmbedded(source);
  else await migrateLocked(source);
}

/** The server keeps named locks; they fall by themselves with their connection. */
async function migrateLocked(source: DataSource): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    const [row] = (await runner.query('SELECT GET_LOCK(?, ?) AS taken', [LOCK_NAME, PATIENCE_SECONDS])) as {
      taken: unknown;
    }[];
    if (Number(row?.taken) !== 1) throw new Error('Another process has been migrating the database too long');
    await source.runMigrations();
    await runner.query('SELECT RELEASE_LOCK(?)', [LOCK_NAME]);
  } finally {
    await runner.release();
  }
}

/** Each migration is one transaction here: who comes second fails as a whole and finds nothing left to do. */
async function migrateEmbedded(source: DataSource): Promise<void> {
  const deadline = Date.now() + PATIENCE_SECONDS * 1000;
  for (;;) {
    try {
      await source.runMigrations({ transaction: 'all' });
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await wait(RETRY_MS);
      if (!(await source.showMigrations())) return;
      if (!isLocked(error)) throw error;
    }
  }
}
