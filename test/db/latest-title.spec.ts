import { describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { AppConfig } from '../../src/config/app-config.js';
import { dataSourceOptions } from '../../src/database/data-source-options.js';
import { LatestTitle1764310000000 } from '../../src/database/migrations/1764310000000-latest-title.js';
import { createTestDatabase } from '../support/test-database.js';

const NOW = '2026-01-01 00:00:00.000';

describe('the migration that writes titles beside clauses', () => {
  it('takes the title of the newest version of clauses that exist', async () => {
    const database = await createTestDatabase();
    const config = Object.assign(new AppConfig(), database.config);
    const source = await new DataSource(dataSourceOptions(config)).initialize();
    const insert = (table: string, row: Record<string, string | number>): Promise<unknown> => {
      const marks = Object.keys(row).map(() => '?');
      const sql = `INSERT INTO ${table} (${Object.keys(row).join()}) VALUES (${marks.join()})`;
      return source.query(sql, Object.values(row));
    };
    const stamp = { content_hash: 'h', created_at: NOW };
    try {
      await source.runMigrations();
      const runner = source.createQueryRunner();
      await new LatestTitle1764310000000().down(runner);
      await insert('department', {
        ...{ id: 'd', code: 'd', name: '局', short_name: '局', region: '420800', phones: '[]' },
        ...{ ...stamp, updated_at: NOW },
      });
      await insert('policy', {
        ...{ id: 'p', code: 'p', title: '办法', issuing_bodies: '[]', level: 'city', region: '420800' },
        ...{ status: 'published', summary: '', ...stamp, updated_at: NOW },
      });
      await insert('clause', {
        ...{ id: 'c', code: 'c', department_id: 'd', policy_id: 'p', ordinal: 1, status: 'draft' },
        ...{ latest_version_id: 'v2', created_at: NOW, updated_at: NOW },
      });
      for (const number of [1, 2]) {
        await insert('clause_version', {
          ...{ id: `v${number}`, clause_id: 'c', number, title: `标题${number}`, audience: 'both' },
          ...{ support_kind: 'funding', benefit: '', conditions: '[]', materials: '[]', steps: '[]' },
          ...{ channels: '[]', keywords: '[]', regions: '[]', related: '[]', ...stamp },
        });
      }
      await new LatestTitle1764310000000().up(runner);
      await runner.release();
      expect(await source.query('SELECT latest_title AS title FROM clause')).toEqual([{ title: '标题2' }]);
    } finally {
      await source.destroy();
      await database.drop();
    }
  });
});
