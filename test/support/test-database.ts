import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { ulid } from 'ulid';
import type { AppConfig } from '../../src/config/app-config.js';

/** The databases that every db and e2e test runs on. */
export type TestDatabaseKind = 'sqlite' | 'mariadb';

/** A database that belongs to one test file. */
export interface TestDatabase {
  readonly kind: TestDatabaseKind;
  /** Settings that make the application use it; `dataDir` is a temporary folder on either database. */
  readonly config: Pick<AppConfig, 'dataDir' | 'databaseUrl'>;
  /** Removes the database and the folder; close every connection before. Calling it again does nothing. */
  drop(): Promise<void>;
}

/**
 * Says which database the tests run on.
 * @returns what the environment variable TEST_DATABASE names, sqlite without it
 * @throws Error on any other value: a typing error must not pass for a run on the other database
 */
export function testDatabaseKind(): TestDatabaseKind {
  const kind = process.env.TEST_DATABASE || 'sqlite';
  if (kind === 'sqlite' || kind === 'mariadb') return kind;
  throw new Error(`TEST_DATABASE must be sqlite or mariadb, not ${kind}`);
}

/**
 * Creates an empty database on the kind that TEST_DATABASE names; without tables, those come from migrations.
 * @param server address of another MariaDB than the one that all tests share
 * @throws Error where mariadb is asked for and TEST_MARIADB_URL (see mariadb-server.ts) is not set
 */
export async function createTestDatabase(server = process.env.TEST_MARIADB_URL): Promise<TestDatabase> {
  const kind = testDatabaseKind();
  const dataDir = await mkdtemp(join(tmpdir(), 'policy-test-'));
  const removeFolder = (): Promise<void> => rm(dataDir, { recursive: true, force: true });
  if (kind === 'sqlite') return { kind, config: { dataDir }, drop: removeFolder };
  if (!server) throw new Error('TEST_MARIADB_URL is not set: run these tests with npm test -- --db mariadb');
  const name = `test_${ulid().toLowerCase()}`;
  await execute(server, `CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  return {
    kind,
    // The scheme tells the application which of the two servers it talks to.
    config: { dataDir, databaseUrl: `${server.replace(/^mysql:/, 'mariadb:')}/${name}` },
    drop: async () => {
      await execute(server, `DROP DATABASE IF EXISTS ${name}`);
      await removeFolder();
    },
  };
}

async function execute(server: string, sql: string): Promise<void> {
  const connection = await createConnection(server);
  try {
    await connection.query(sql);
  } finally {
    await connection.end();
  }
}
