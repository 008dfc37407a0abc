import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columnsFor, createTable, dialectOfRunner, references } from './portable-table.js';

/** Statistics add up the days of departments instead of reading every view and every delivery of the period. */
export class DepartmentDays1764840000000 implements MigrationInterface {
  name = 'DepartmentDays1764840000000';

  async up(runner: QueryRunner): Promise<void> {
    const dialect = dialectOfRunner(runner);
    const { date, key, int } = columnsFor(dialect);
    await createTable(
      runner,
      'department_day',
      [
        { ...date('day'), isPrimary: true },
        key('department_id'),
        int('views', { default: 0 }),
        int('told', { default: 0 }),
      ],
      [],
      [references('fk_department_day_department', 'department_id', 'department', 'CASCADE')],
    );
    const day =
      dialect === 'mysql'
        ? 'DATE(delivery.created_at + INTERVAL 8 HOUR)'
        : "date(delivery.created_at, '+8 hours')";
    await runner.query(`
      INSERT INTO department_day (day, department_id, views, told)
      SELECT day, department_id, SUM(views), SUM(told) FROM (
        SELECT seen.day AS day, clause.department_id AS department_id, seen.views AS views, 0 AS told
        FROM clause_view_day seen JOIN clause ON clause.id = seen.clause_id
        UNION ALL
        SELECT ${day}, clause.department_id, 0, 1
        FROM delivery JOIN clause_version version ON version.id = delivery.clause_version_id
        JOIN clause ON clause.id = version.clause_id
      ) events GROUP BY day, department_id`);
    await runner.query(
      `DROP INDEX ix_clause_view_day_day${dialect === 'mysql' ? ' ON clause_view_day' : ''}`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX ix_clause_view_day_day ON clause_view_day (day, clause_id, views)');
    await runner.dropTable('department_day');
  }
}
