import { describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { AppConfig } from '../../src/config/app-config.js';
import { dataSourceOptions } from '../../src/database/data-source-options.js';
import { DepartmentDays1764840000000 } from '../../src/database/migrations/1764840000000-department-days.js';
import { fillCatalogue } from '../bench/staff/fill-catalogue.js';
import { fillConsole } from '../bench/staff/fill-console.js';
import { createTestDatabase } from '../support/test-database.js';

describe('the migration that counts by department and day', () => {
  it('adds up the views and deliveries that are there already', async () => {
    const database = await createTestDatabase();
    const config = Object.assign(new AppConfig(), database.config);
    const source = await new DataSource(dataSourceOptions(config)).initialize();
    const ask = async (sql: string): Promise<number> =>
      Number((await source.query<{ total: number | string }[]>(sql))[0]?.total ?? 0);
    try {
      await source.runMigrations();
      const catalogue = await fillCatalogue(source, 100);
      await fillConsole(source, catalogue, { people: 8, entries: 10 });
      const runner = source.createQueryRunner();
      const migration = new DepartmentDays1764840000000();
      await migration.down(runner);
      const [views, told] = [
        await ask('SELECT SUM(views) AS total FROM clause_view_day'),
        await ask('SELECT COUNT(*) AS total FROM delivery'),
      ];
      expect(Math.min(views, told)).toBeGreaterThan(100);
      // Just after midnight in Beijing.
      await source.query("UPDATE delivery SET created_at = '2026-03-01 16:00:00.000'");
      await migration.up(runner);
      await runner.release();
      expect(await ask('SELECT SUM(views) AS total FROM department_day')).toBe(views);
      expect(await ask("SELECT SUM(told) AS total FROM department_day WHERE day = '2026-03-02'")).toBe(told);
      const days = await source.query<unknown[]>('SELECT DISTINCT department_id FROM department_day');
      expect(days.length).toBeGreaterThan(5);
    } finally {
      await source.destroy();
      await database.drop();
    }
  });
});
