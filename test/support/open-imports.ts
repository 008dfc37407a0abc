import type { INestApplicationContext } from '@nestjs/common';
import { withApplication } from '../../src/cli/with-application.js';
import { AppConfig } from '../../src/config/app-config.js';
import { UnitOfWork } from '../../src/database/unit-of-work.js';
import type { ImportReport } from '../../src/imports/import-report.js';
import { ImportsModule } from '../../src/imports/imports.module.js';
import { type ImportOptions, ImportsService } from '../../src/imports/imports.service.js';
import { NotificationsModule } from '../../src/notifications/notifications.module.js';
import { createTestDatabase } from './test-database.js';

/** A file of a test: its name and what it holds; objects become JSON. */
export type TestFile = readonly [name: string, content: string | Buffer | object];

/** The importer on an empty database of its own. */
export interface TestImports {
  readonly config: AppConfig;
  readonly application: INestApplicationContext;
  /** Imports files as one. */
  import(files: readonly TestFile[], options?: ImportOptions): Promise<ImportReport>;
  /** Rows of a table. */
  rows(table: string): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

/** Tables that an import writes. */
export const IMPORTED_TABLES = [
  'department',
  'topic',
  'policy',
  'clause',
  'clause_version',
  'clause_version_topic',
  'change_feed',
  'outbox_event',
] as const;

function bytesOf(content: string | Buffer | object): Buffer {
  if (Buffer.isBuffer(content)) return content;
  return Buffer.from(typeof content === 'string' ? content : JSON.stringify(content));
}

/** @param settings what differs from the defaults */
export async function openImports(settings: Partial<AppConfig> = {}): Promise<TestImports> {
  const database = await createTestDatabase();
  const config = Object.assign(new AppConfig(), database.config, settings);
  let end: () => void = () => undefined;
  let ended: Promise<void> = Promise.resolve();
  const application = await new Promise<INestApplicationContext>((resolve, reject) => {
    ended = withApplication(config, [ImportsModule, NotificationsModule], (opened) => {
      resolve(opened);
      return new Promise<void>((finish) => (end = finish));
    });
    ended.catch(reject);
  });
  return {
    config,
    application,
    import: (files, options) =>
      application.get(ImportsService).import(
        files.map(([name, content]) => ({ name, source: { buffer: bytesOf(content), fileName: name } })),
        options,
      ),
    rows: (table) => application.get(UnitOfWork).manager.query(`SELECT * FROM ${table}`),
    close: async () => {
      end();
      await ended;
      await database.drop();
    },
  };
}

/** How many rows an import has left in each table that it writes. */
export async function countImported({ rows }: Pick<TestImports, 'rows'>): Promise<Record<string, number>> {
  const counts = IMPORTED_TABLES.map(async (table) => [table, (await rows(table)).length] as const);
  return Object.fromEntries(await Promise.all(counts));
}
