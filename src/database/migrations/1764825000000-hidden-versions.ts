import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tells clauses that must not be shown for any day from those that can be read as of the days they were in force. */
export class HiddenVersions1764825000000 implements MigrationInterface {
  name = 'HiddenVersions1764825000000';

  async up(runner: QueryRunner): Promise<void> {
    // In plain SQL: on SQLite, TypeORM would copy the whole table.
    await runner.query('ALTER TABLE clause ADD COLUMN hidden_through INTEGER NULL');
    // Whoever withdrew a clause before was told that nobody can read it any more: that holds.
    await runner.query(`
      UPDATE clause SET hidden_through = (
        SELECT MAX(version.number) FROM clause_version version WHERE version.clause_id = clause.id
      ) WHERE status = 'withdrawn'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE clause DROP COLUMN hidden_through');
  }
}
