import { AsyncLocalStorage } from 'node:async_hooks';
import type { INestApplication } from '@nestjs/common';
import { DataSource, type Logger } from 'typeorm';
import { UnitOfWork } from '../../src/database/unit-of-work.js';

const running = new AsyncLocalStorage<string[]>();

/** Writes each statement down for whoever runs; what timers do meanwhile is not theirs. */
const COUNTER: Logger = {
  logQuery: (query) => void running.getStore()?.push(query),
  logQueryError: () => undefined,
  logQuerySlow: () => undefined,
  logSchemaBuild: () => undefined,
  logMigration: () => undefined,
  log: () => undefined,
};

/**
 * Collects the SQL statements that `work` causes on the application's connections, on either database.
 * Requests must be made with `app.inject`: over a socket, the server would not know on whose behalf it works.
 * @returns the statements, without their values
 */
export async function queriesOf(app: INestApplication, work: () => Promise<unknown>): Promise<string[]> {
  for (const source of [app.get(DataSource), app.get(UnitOfWork).manager.dataSource]) source.logger = COUNTER;
  const statements: string[] = [];
  await running.run(statements, work);
  return statements;
}
