import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dialectOfRunner } from './portable-table.js';

/** Statistics read the views of some days from the index alone. */
export class ViewsByDay1764835000000 implements MigrationInterface {
  name = 'ViewsByDay1764835000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX ix_clause_view_day_day ON clause_view_day (day, clause_id, views)');
  }

  async down(runner: QueryRunner): Promise<void> {
    const table = dialectOfRunner(runner) === 'mysql' ? ' ON clause_view_day' : '';
    await runner.query(`DROP INDEX ix_clause_view_day_day${table}`);
  }
}
