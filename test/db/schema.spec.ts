import { describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { AppConfig } from '../../src/config/app-config.js';
import { dataSourceOptions } from '../../src/database/data-source-options.js';
import { createTestDatabase } from '../support/test-database.js';

describe('the migrations', () => {
  it('leave no difference to the entities', async () => {
    const database = await createTestDatabase();
    const config = Object.assign(new AppConfig(), database.config);
    const source = await new DataSource(dataSourceOptions(config)).initialize();
    try {
      await source.runMigrations();
      const { upQueries } = await source.driver.createSchemaBuilder().log();
      expect(upQueries.map((query) => query.query)).toEqual([]);
    } finally {
      await source.destroy();
      await database.drop();
    }
  });
});
