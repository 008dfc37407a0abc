import { join } from 'node:path';
import type { DataSourceOptions } from 'typeorm';
import type { AppConfig } from '../config/app-config.js';
import { EmbeddedDriver } from './embedded-driver.js';
import { ENTITIES } from './entities.js';
import { MIGRATIONS } from './migrations/index.js';
import { adaptColumnsTo, type Dialect } from './portable-columns.js';
import { SnakeCaseNamingStrategy } from './snake-case.naming-strategy.js';

/** `reader` exists on the embedded database only: a second connection that never sees an open transaction. */
export type ConnectionRole = 'writer' | 'reader';

/** Which database a configuration means. */
export const dialectOf = (config: AppConfig): Dialect => (config.databaseUrl ? 'mysql' : 'sqlite');

/** Milliseconds that the embedded database waits for a lock before `UnitOfWork` waits without blocking. */
const EMBEDDED_BUSY_MS = 20;

interface PragmaConnection {
  pragma(text: string): unknown;
}

function prepareEmbedded(role: ConnectionRole): (connection: PragmaConnection) => void {
  return (connection) => {
    connection.pragma(`busy_timeout = ${EMBEDDED_BUSY_MS}`);
    connection.pragma('synchronous = NORMAL');
    connection.pragma('cache_size = -8000');
    if (role === 'reader') connection.pragma('query_only = 1');
  };
}

/** TypeORM options for the configured database. */
export function dataSourceOptions(config: AppConfig, role: ConnectionRole = 'writer'): DataSourceOptions {
  const dialect = dialectOf(config);
  adaptColumnsTo(dialect);
  const common = {
    entities: ENTITIES,
    migrations: MIGRATIONS,
    migrationsTableName: 'migration',
    namingStrategy: new SnakeCaseNamingStrategy(),
    synchronize: false,
  };
  if (dialect === 'sqlite') {
    return {
      ...common,
      type: 'better-sqlite3',
      driver: EmbeddedDriver,
      database: join(config.dataDir, 'policy-supermarket.db'),
      enableWAL: true,
      prepareDatabase: prepareEmbedded(role),
    };
  }
  return {
    ...common,
    // The two report column defaults differently; TypeORM must know which one it talks to.
    type: config.databaseUrl?.startsWith('mariadb:') ? 'mariadb' : 'mysql',
    url: config.databaseUrl,
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    poolSize: config.databasePoolSize,
    supportBigNumbers: true,
    extra: { connectTimeout: 10_000 },
  };
}
