import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { AppConfig } from '../../src/config/app-config.js';
import { dataSourceOptions } from '../../src/database/data-source-options.js';
import { migrate } from '../../src/database/migrate.js';
import { MIGRATIONS } from '../../src/database/migrations/index.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

describe('migrate', () => {
  let database: TestDatabase;
  const sources: DataSource[] = [];
  beforeAll(async () => {
    database = await createTestDatabase();
    const config = Object.assign(new AppConfig(), database.config);
    for (let at = 0; at < 3; at++) {
      sources.push(await new DataSource(dataSourceOptions(config)).initialize());
    }
  });
  afterAll(async () => {
    for (const source of sources) await source.destroy();
    await database.drop();
  });

  it('makes the tables once when several processes start at the same time', async () => {
    await Promise.all(sources.map(migrate));
    const [first] = sources;
    const rows = (await first?.query('SELECT name FROM migration')) as { name: string }[];
    expect(rows.map(({ name }) => name).sort()).toEqual(
      MIGRATIONS.map((Migration) => new Migration().name).sort(),
    );
    expect(await first?.showMigrations()).toBe(false);
  });
});
