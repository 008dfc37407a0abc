import { access } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'libsql';
import { createConnection } from 'mysql2/promise';
import { startMariadb } from '../support/mariadb-server.js';
import { createTestDatabase, type TestDatabase, testDatabaseKind } from '../support/test-database.js';
import { until } from '../support/until.js';

/** Runs statements on the database itself, without the application; the last one's `value` is the answer. */
async function ask({ config }: TestDatabase, ...statements: string[]): Promise<unknown> {
  const last = statements.pop() ?? '';
  if (config.databaseUrl === undefined) {
    const connection = new Database(`${config.dataDir}/asked.db`);
    statements.forEach((sql) => connection.exec(sql));
    const row = connection.prepare(last).get() as { value: unknown };
    connection.close();
    return row.value;
  }
  const connection = await createConnection(config.databaseUrl);
  for (const sql of statements) await connection.query(sql);
  const [rows] = await connection.query(last);
  await connection.end();
  return (rows as { value: unknown }[])[0]?.value;
}

// Another kind has no server.
(testDatabaseKind() === 'mariadb' ? describe : describe.skip)('a database server of our own', () => {
  it('knows when it ended by itself, and why', async () => {
    const server = await startMariadb();
    try {
      await server.crash();
      expect(server.isRunning()).toBe(true);
      const connection = await createConnection(server.url);
      // The connection ends with the server, before or after the answer.
      await connection.query('SHUTDOWN').catch(() => undefined);
      connection.destroy();
      await until('the server to end', () => Promise.resolve(!server.isRunning()));
      expect(await server.lastWords()).toContain('Shutdown complete');
    } finally {
      await server.stop();
    }
  }, 60_000);
});

describe('the test database', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createTestDatabase();
  });
  afterEach(() => database.drop());

  it('is the kind that was asked for', async () => {
    const [question, answer] =
      process.env.TEST_DATABASE === 'mariadb'
        ? ['SELECT VERSION() AS value', /^1\d\.\d+.*MariaDB/]
        : ['SELECT sqlite_version() AS value', /^3\.\d+/];
    expect(await ask(database, question)).toMatch(answer);
  });

  it('tells characters apart that a loose collation takes for the same', async () => {
    const found = await ask(
      database,
      'CREATE TABLE word (text varchar(8))',
      `INSERT INTO word VALUES ('ａ'), ('A')`,
      `SELECT COUNT(*) AS value FROM word WHERE text = 'a'`,
    );
    expect(Number(found)).toBe(0);
  });

  it('is gone after drop', async () => {
    const { config } = database;
    await database.drop();
    await expect(access(config.dataDir)).rejects.toThrow();
    if (config.databaseUrl !== undefined) {
      await expect(createConnection(config.databaseUrl)).rejects.toMatchObject({ code: 'ER_BAD_DB_ERROR' });
    }
  });
});
